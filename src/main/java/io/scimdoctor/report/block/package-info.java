/** A report as a list of blocks, before anybody has decided how it looks, and what writes blocks: text, Markdown, HTML. */
@NullMarked
package io.scimdoctor.report.block;

import org.jspecify.annotations.NullMarked;
