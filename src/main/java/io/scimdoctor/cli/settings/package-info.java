/** Makes the settings of a run, its network and its credential; the commands {@code profile} and {@code env}. */
@NullMarked
package io.scimdoctor.cli.settings;

import org.jspecify.annotations.NullMarked;
