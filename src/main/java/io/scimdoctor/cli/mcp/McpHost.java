package io.scimdoctor.cli.mcp;

import io.scimdoctor.finding.ExitCode;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Runs a command line in this process, apart from what the process has around it. */
public interface McpHost {
    /** @param inputs what stands behind the names of files, {@code -} for standard input */
    Ended run(List<String> words, Map<String, InputStream> inputs);

    /** How it ended, and what it wrote. */
    record Ended(ExitCode code, String out, String err) {}
}
