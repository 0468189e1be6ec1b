package io.scimdoctor.cli;

import io.scimdoctor.cli.mcp.McpFolder;
import io.scimdoctor.cli.mcp.McpHost;
import io.scimdoctor.cli.mcp.McpServer;
import io.scimdoctor.cli.mcp.McpTools;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves the offline commands to an assistant, until its input ends. */
final class McpCommand implements Command {
    /** A model is nobody at this terminal: what it reads is handed on. No folder is named, so that nothing is kept. */
    private static final Map<String, String> VARIABLES = Map.of("CI", "true");

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Environment process = invocation.environment();
        String allowed = invocation.text("--allow-files");
        McpFolder folder = allowed == null ? null : McpFolder.of(allowed);
        if (process.terminals().in()) {
            invocation
                    .reporter()
                    .note("waiting for the messages of an assistant, which starts this itself; Ctrl-D ends");
        }
        McpHost host = (words, inputs) -> run(words, inputs, process);
        new McpServer(new McpTools(host, folder)).serve(process.source().answers(), process.out());
        return ExitCode.HEALTHY;
    }

    private static McpHost.Ended run(List<String> words, Map<String, InputStream> inputs, Environment process) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Environment environment = process.with(out, err, new Outgoing())
                .within(VARIABLES, Environment.Terminals.NONE, new Arguments(inputs), new Interrupts());
        ExitCode code = Main.run(words.toArray(new String[0]), environment);
        return new McpHost.Ended(code, out.toString(), err.toString());
    }

    /** What a client sent stands in place of files. */
    private record Arguments(Map<String, InputStream> inputs) implements Environment.Source {
        @Override
        public InputStream in() {
            return inputs.getOrDefault("-", InputStream.nullInputStream());
        }

        @Override
        public @Nullable InputStream named(String name) {
            return inputs.get(name);
        }
    }
}
