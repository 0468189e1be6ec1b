package io.scimdoctor.cli;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.shell.ShellSession;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import java.io.IOException;

/** Opens the interactive session. */
final class ShellCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        if (!environment.terminals().in() || !environment.terminals().out()) {
            throw Stopped.usage(
                    "the shell needs a terminal for its input and its output",
                    "a script runs the command itself, such as scimdoctor check");
        }
        try (ShellSession session = ShellSession.open(new ShellHost(environment))) {
            environment.interrupts().onInterrupt(() -> {
                session.restore();
                environment.interrupts().finished();
            });
            session.run();
        }
        return ExitCode.HEALTHY;
    }
}
