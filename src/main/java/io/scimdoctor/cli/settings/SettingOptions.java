package io.scimdoctor.cli.settings;

import io.scimdoctor.cli.process.Options;
import io.scimdoctor.config.CloudChoice;

/** The options for where calls go, with which credential, and over which network. */
public final class SettingOptions {
    private SettingOptions() {}

    /** Everything that a profile can say too, and the network's own options. */
    public static void all(Options options) {
        options.profile();
        target(options);
        tokenFile(options);
        credential(options);
        network(options);
    }

    /** The same for a command that gets a token itself. */
    public static void ofClient(Options options) {
        options.profile();
        target(options);
        credential(options);
        network(options);
    }

    public static void target(Options options) {
        options.choice(
                "CLOUD", "Microsoft cloud: ${COMPLETION-CANDIDATES}. Default: global.", CloudChoice.CLOUDS, "--cloud");
        options.value("URL", "SCIM base URL, instead of the cloud's own.", "--base-url");
        options.value("ID", "Tenant id or verified domain.", "--tenant");
        options.values(
                "HOST",
                "A host that may get the token although it is not Microsoft's; may be repeated.",
                "--allow-host");
    }

    public static void tokenFile(Options options) {
        options.value("FILE", "File with an access token; - for standard input.", "--token-file");
    }

    public static void credential(Options options) {
        options.value("ID", "Application (client) id.", "--client-id");
        options.value("FILE", "File with the client secret; - for standard input.", "--client-secret-file");
        options.value(
                "FILE",
                "File with the application's certificate and its private key: PEM or PKCS#12.",
                "--client-certificate");
        options.value(
                "FILE",
                "File with the password of that file; - for standard input.",
                "--client-certificate-password-file");
        options.value(
                "FILE",
                "File with a token of a federated identity provider; read at each use.",
                "--federated-token-file");
        options.value("URL", "Login host, instead of the cloud's own.", "--authority-host");
    }

    public static void network(Options options) {
        options.value("URL", "Proxy; default HTTPS_PROXY.", "--proxy");
        options.value("LIST", "Hosts without a proxy; default NO_PROXY.", "--no-proxy");
        options.value("FILE", "More trusted certificates, PEM.", "--cacert");
        options.flag("Accept any certificate. The result says so.", "-k", "--insecure");
        options.value("DURATION", "Longest wait for a connection. Default: 10s.", "--connect-timeout");
        options.value("DURATION", "Longest wait without a byte. Default: 60s.", "--request-timeout");
        options.value("DURATION", "End the whole run after this time.", "--max-time");
    }
}
