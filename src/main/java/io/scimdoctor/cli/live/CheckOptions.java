package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Goal;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.settings.SettingOptions;
import io.scimdoctor.report.Formats;
import java.util.ArrayList;
import java.util.List;

/** The options of `check`. */
public final class CheckOptions {
    private CheckOptions() {}

    static void add(Options options) {
        scope(options);
        options.flag("Print the checks, and make no call.", "--list");
        calls(options);
        options.verdict();
        options.output(Formats.CHECK);
    }

    /** Where the calls go, with which credential, over which network, and how many. */
    static void calls(Options options) {
        SettingOptions.all(options);
        budget(options);
        options.recording();
    }

    public static void simulate(Options options, String description) {
        options.optional("SCENARIO", description, "healthy", "--simulate");
    }

    /** What a diagnosis reads. */
    static void scope(Options options) {
        simulate(options, "Check the simulator in this process; simulate --list names the scenarios.");
        List<String> goals = new ArrayList<>();
        for (Goal goal : Goal.values()) {
            goals.add(goal.slug());
        }
        options.choice(
                "GOAL", "What the application wants to do: ${COMPLETION-CANDIDATES}. Default: read.", goals, "--for");
        options.flag("Read the resource types and the schemas too (two more calls).", "--full");
        options.value("ID", "Read this user too (one more call).", "--user-id");
        options.value("ID", "Read this group too (one more call).", "--group-id");
        options.value("FILTER", "Send this filter on users too (one more call).", "--filter");
        options.values("CHECK", "Run only this check and what it needs; may be repeated.", "--only");
        options.values("CHECK", "Leave this check out; may be repeated.", "--skip");
        dryRun(options);
    }

    /** What a diagnosis reads, without what the simulator adds to it. */
    public static CheckSettings.Scope scope(Invocation invocation) {
        return new CheckSettings.Scope(
                invocation.flag("--full"),
                invocation.text("--user-id"),
                invocation.text("--group-id"),
                invocation.text("--filter"),
                null,
                List.of(),
                new CheckSettings.Choice(invocation.texts("--only"), invocation.texts("--skip")));
    }

    public static void dryRun(Options options) {
        options.flag("Print the calls, and make none.", "--dry-run");
    }

    public static void budget(Options options) {
        options.value("N", "Make at most this many calls to the API.", "--max-calls");
        repeats(options);
    }

    public static void repeats(Options options) {
        options.value("N", "Repeat a call that the service asks to repeat. Default: 0.", "--retries");
        options.value("DURATION", "Longest wait before a repeat. Default: 30s.", "--wait");
    }
}
