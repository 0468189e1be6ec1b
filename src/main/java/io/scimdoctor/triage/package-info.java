/** What a command does with all that a user names: diagnoses captures, one exchange or ten million, and judges requests. */
@NullMarked
package io.scimdoctor.triage;

import org.jspecify.annotations.NullMarked;
