package io.scimdoctor.cli.live;

import io.scimdoctor.check.Goal;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.cli.settings.CloudChoice;
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
        settings(spec);
        budget(spec);
        SharedOptions.recording(spec);
    }

    /** Everything that a profile can say too, and the network's own options. */
    public static void settings(CommandSpec spec) {
        SharedOptions.profile(spec);
        target(spec);
        tokenFile(spec);
        credential(spec);
        network(spec);
    }

    /** The same for a command that gets a token itself. */
    public static void clientSettings(CommandSpec spec) {
        SharedOptions.profile(spec);
        target(spec);
        credential(spec);
        network(spec);
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

    public static void dryRun(CommandSpec spec) {
        SharedOptions.flag(spec, "Print the calls, and make none.", "--dry-run");
    }

    public static void target(CommandSpec spec) {
        spec.addOption(SharedOptions.choice(
                "Microsoft cloud: ${COMPLETION-CANDIDATES}. Default: global.", "CLOUD", CloudChoice.CLOUDS, "--cloud"));
        SharedOptions.value(spec, "URL", "SCIM base URL, instead of the cloud's own.", "--base-url");
        SharedOptions.value(spec, "ID", "Tenant id or verified domain.", "--tenant");
        spec.addOption(OptionSpec.builder("--allow-host")
                .paramLabel("HOST")
                .type(String[].class)
                .description("A host that may get the token although it is not Microsoft's; may be repeated.")
                .build());
    }

    public static void tokenFile(CommandSpec spec) {
        SharedOptions.value(spec, "FILE", "File with an access token; - for standard input.", "--token-file");
    }

    public static void credential(CommandSpec spec) {
        SharedOptions.value(spec, "ID", "Application (client) id.", "--client-id");
        SharedOptions.value(spec, "FILE", "File with the client secret; - for standard input.", "--client-secret-file");
        SharedOptions.value(
                spec,
                "FILE",
                "File with the application's certificate and its private key: PEM or PKCS#12.",
                "--client-certificate");
        SharedOptions.value(
                spec,
                "FILE",
                "File with the password of that file; - for standard input.",
                "--client-certificate-password-file");
        SharedOptions.value(
                spec,
                "FILE",
                "File with a token of a federated identity provider; read at each use.",
                "--federated-token-file");
        SharedOptions.value(spec, "URL", "Login host, instead of the cloud's own.", "--authority-host");
    }

    public static void network(CommandSpec spec) {
        SharedOptions.value(spec, "URL", "Proxy; default HTTPS_PROXY.", "--proxy");
        SharedOptions.value(spec, "LIST", "Hosts without a proxy; default NO_PROXY.", "--no-proxy");
        SharedOptions.value(spec, "FILE", "More trusted certificates, PEM.", "--cacert");
        SharedOptions.flag(spec, "Accept any certificate. The result says so.", "-k", "--insecure");
        SharedOptions.value(spec, "DURATION", "Longest wait for a connection. Default: 10s.", "--connect-timeout");
        SharedOptions.value(spec, "DURATION", "Longest wait without a byte. Default: 60s.", "--request-timeout");
        SharedOptions.value(spec, "DURATION", "End the whole run after this time.", "--max-time");
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
