package io.scimdoctor.cli.rules;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.lint.rule.Rules;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.lint.LintOutput;
import io.scimdoctor.report.lint.LintTally;
import io.scimdoctor.report.lint.Rehearsal;
import io.scimdoctor.triage.LintRun;
import io.scimdoctor.triage.LintSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges requests before they are sent; makes no call. */
public record LintCommand(LintSubject subject) implements Command {
    /** A curl command stands on the command line as it was pasted: its options are not ours. */
    @Override
    public List<String> arguments(List<String> words) {
        int curl = words.indexOf("curl");
        if (subject != LintSubject.REQUEST || curl < 0 || words.contains("--")) {
            return words;
        }
        List<String> command = new ArrayList<>(words.subList(curl, words.size()));
        List<String> arguments = new ArrayList<>(words.subList(0, curl));
        if (command.remove("--fix")) {
            arguments.add("--fix");
        }
        arguments.add("--");
        arguments.addAll(command);
        return arguments;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Environment environment = invocation.environment();
        List<String> parameters = invocation.parameters().isEmpty() ? List.of("-") : invocation.parameters();
        boolean whole = subject == LintSubject.REQUEST && invocation.flag("--summary");
        String roles = parameters.contains("-") ? "the requests" : null;
        LintTally tally = new LintTally(
                new FailureRules(invocation.failOn(), ignored(invocation)),
                whole ? new Rehearsal(HeldRoles.of(invocation, roles), environment.now()) : null);
        LintRun run = new LintRun(
                subject,
                invocation.text("--resource", ""),
                invocation.flag("--fix"),
                environment.input(),
                environment.secrets(),
                tally);
        run.expect(parameters);
        try (Outputs outputs = Outputs.open(invocation.reporter())) {
            List<LintOutput> all = new ArrayList<>();
            for (Page output : outputs.list()) {
                all.add(LintOutput.of(output));
            }
            run.judge(parameters, all);
        }
        if (invocation.flag("--fix") && !tally.hasCorrected() && !tally.isClean()) {
            invocation.reporter().warn("nothing was corrected, because no finding says which value is meant");
        }
        return tally.exitCode();
    }

    private static Set<String> ignored(Invocation invocation) {
        Set<String> ids = invocation.texts("--ignore");
        for (String id : ids) {
            if (Rules.load().find(id) == null) {
                throw Stopped.usage("--ignore names no rule: '" + Redactor.seen(id) + "'", null);
            }
        }
        return ids;
    }
}
