package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.config.CloudChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options for where calls go, with which credential, and over which network. */
public final class SettingOptions {
    private SettingOptions() {}

    /** Everything that a profile can say too, and the network's own options. */
    public static void all(CommandSpec spec) {
        SharedOptions.profile(spec);
        target(spec);
        tokenFile(spec);
        credential(spec);
        network(spec);
    }

    /** The same for a command that gets a token itself. */
    public static void ofClient(CommandSpec spec) {
        SharedOptions.profile(spec);
        target(spec);
        credential(spec);
        network(spec);
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
}
