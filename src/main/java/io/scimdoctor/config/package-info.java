/** Settings out of flags, environment, profiles and defaults, each value with its source; reads and edits the profiles. */
@NullMarked
package io.scimdoctor.config;

import org.jspecify.annotations.NullMarked;
