/** The vocabulary of Microsoft Entra's SCIM API: clouds, paths, schemas, filters and error shapes. */
@NullMarked
package io.scimdoctor.scim;

import org.jspecify.annotations.NullMarked;
