package io.scimdoctor.config;

import io.scimdoctor.exchange.Slugged;
import java.util.List;

/**
 * A setting that can come from an option, from the environment or from a profile. The variables stand in order of
 * precedence: the tool's own, then those of the Azure SDKs, then those of other Entra tools.
 */
public enum Key implements Slugged {
    BASE_URL("--base-url", List.of("SCIMDOCTOR_BASE_URL")),
    CLOUD("--cloud", List.of("SCIMDOCTOR_CLOUD")),
    TENANT("--tenant", List.of("SCIMDOCTOR_TENANT_ID", "AZURE_TENANT_ID", "ENTRA_TENANT_ID")),
    CLIENT_ID("--client-id", List.of("SCIMDOCTOR_CLIENT_ID", "AZURE_CLIENT_ID", "ENTRA_CLIENT_ID")),
    AUTHORITY_HOST("--authority-host", List.of("SCIMDOCTOR_AUTHORITY_HOST", "AZURE_AUTHORITY_HOST")),
    TOKEN_FILE("--token-file", List.of("SCIMDOCTOR_TOKEN_FILE")),
    TOKEN("", List.of("SCIMDOCTOR_TOKEN")),
    CLIENT_SECRET_FILE("--client-secret-file", List.of("SCIMDOCTOR_CLIENT_SECRET_FILE")),
    CLIENT_SECRET("", List.of("SCIMDOCTOR_CLIENT_SECRET", "AZURE_CLIENT_SECRET", "ENTRA_CLIENT_SECRET")),
    CLIENT_CERTIFICATE(
            "--client-certificate", List.of("SCIMDOCTOR_CLIENT_CERTIFICATE", "AZURE_CLIENT_CERTIFICATE_PATH")),
    CLIENT_CERTIFICATE_PASSWORD_FILE(
            "--client-certificate-password-file", List.of("SCIMDOCTOR_CLIENT_CERTIFICATE_PASSWORD_FILE")),
    CLIENT_CERTIFICATE_PASSWORD(
            "", List.of("SCIMDOCTOR_CLIENT_CERTIFICATE_PASSWORD", "AZURE_CLIENT_CERTIFICATE_PASSWORD")),
    FEDERATED_TOKEN_FILE(
            "--federated-token-file", List.of("SCIMDOCTOR_FEDERATED_TOKEN_FILE", "AZURE_FEDERATED_TOKEN_FILE")),
    PROXY("--proxy", List.of("SCIMDOCTOR_PROXY")),
    NO_PROXY("--no-proxy", List.of("SCIMDOCTOR_NO_PROXY")),
    CACERT("--cacert", List.of("SCIMDOCTOR_CACERT")),
    PING_URL("", List.of("SCIMDOCTOR_PING_URL"));

    private final String flag;
    private final List<String> variables;

    Key(String flag, List<String> variables) {
        this.flag = flag;
        this.variables = variables;
    }

    /** Whether the value itself is a secret. */
    public boolean isSecret() {
        return flag.isEmpty();
    }

    /** The key in a profile. A secret never stands there, but the name of the variable that holds it. */
    public String profileKey() {
        return isSecret() ? slug() + "-variable" : slug();
    }

    /** Whether the value names a file. */
    public boolean isFile() {
        return slug().endsWith("-file") || this == CLIENT_CERTIFICATE || this == CACERT;
    }

    /** The option, or an empty text for a secret, which no option takes. */
    public String flag() {
        return flag;
    }

    public List<String> variables() {
        return variables;
    }
}
