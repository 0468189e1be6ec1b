/** The offline commands as tools of a Model Context Protocol server. */
@NullMarked
package io.scimdoctor.cli.mcp;

import org.jspecify.annotations.NullMarked;
