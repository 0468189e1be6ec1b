/** What a diagnosis says: findings, their severity, owner, evidence and basis. */
@NullMarked
package io.scimdoctor.finding;

import org.jspecify.annotations.NullMarked;
