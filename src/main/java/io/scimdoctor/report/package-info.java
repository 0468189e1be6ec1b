/** What a command found, written in each output format. */
@NullMarked
package io.scimdoctor.report;

import org.jspecify.annotations.NullMarked;
