package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Goal;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.cli.settings.SettingOptions;
import io.scimdoctor.report.Formats;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of `check`. */
public final class CheckOptions {
    private CheckOptions() {}

    static void add(CommandSpec spec) {
        scope(spec);
        calls(spec);
        SharedOptions.verdict(spec);
        SharedOptions.output(spec, Formats.CHECK);
    }

    /** Where the calls go, with which credential, over which network, and how many. */
    static void calls(CommandSpec spec) {
        SettingOptions.all(spec);
        budget(spec);
        SharedOptions.recording(spec);
    }

    public static void simulate(CommandSpec spec, String description) {
        spec.addOption(OptionSpec.builder("--simulate")
                .arity("0..1")
                .fallbackValue("healthy")
                .paramLabel("SCENARIO")
                .type(String.class)
                .description(description)
                .build());
    }

    /** What a diagnosis reads. */
    static void scope(CommandSpec spec) {
        simulate(spec, "Check the simulator in this process; simulate --list names the scenarios.");
        List<String> goals = new ArrayList<>();
        for (Goal goal : Goal.values()) {
            goals.add(goal.slug());
        }
        spec.addOption(SharedOptions.choice(
                "What the application wants to do: ${COMPLETION-CANDIDATES}. Default: read.", "GOAL", goals, "--for"));
        SharedOptions.flag(spec, "Read the resource types and the schemas too (two more calls).", "--full");
        SharedOptions.value(spec, "ID", "Read this user too (one more call).", "--user-id");
        SharedOptions.value(spec, "ID", "Read this group too (one more call).", "--group-id");
        SharedOptions.value(spec, "FILTER", "Send this filter on users too (one more call).", "--filter");
        dryRun(spec);
    }

    /** What a diagnosis reads, without what the simulator adds to it. */
    public static CheckSettings.Scope scope(Invocation invocation) {
        return new CheckSettings.Scope(
                invocation.flag("--full"),
                invocation.text("--user-id"),
                invocation.text("--group-id"),
                invocation.text("--filter"),
                null,
                List.of());
    }

    public static void dryRun(CommandSpec spec) {
        SharedOptions.flag(spec, "Print the calls, and make none.", "--dry-run");
    }

    public static void budget(CommandSpec spec) {
        SharedOptions.value(spec, "N", "Make at most this many calls to the API.", "--max-calls");
        repeats(spec);
    }

    public static void repeats(CommandSpec spec) {
        SharedOptions.value(spec, "N", "Repeat a call that the service asks to repeat. Default: 0.", "--retries");
        SharedOptions.value(spec, "DURATION", "Longest wait before a repeat. Default: 30s.", "--wait");
    }
}
