/** Rules on bodies: new users and groups, PATCH, single values. */
@NullMarked
package io.scimdoctor.lint.body;

import org.jspecify.annotations.NullMarked;
