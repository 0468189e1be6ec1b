/** The table of rules, and what a broken one leads to: finding, place, remedy, correction. */
@NullMarked
package io.scimdoctor.lint.rule;

import org.jspecify.annotations.NullMarked;
