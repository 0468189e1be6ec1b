package io.scimdoctor.http.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PEM files, or directories of them, that are trusted beside the JDK's own store.
 *
 * @param named by the user for this call, and asked before the JDK's own
 * @param inherited from the environment, and asked after it
 */
public record CaCertificates(List<Path> named, List<Path> inherited) {
    /** The JDK's own store alone. */
    public static final CaCertificates NONE = new CaCertificates(List.of(), List.of());

    /** What flags name, and OpenSSL's variables {@code SSL_CERT_FILE} and {@code SSL_CERT_DIR}. */
    public static CaCertificates from(Map<String, String> environment, List<Path> flags) {
        List<Path> inherited = Stream.of("SSL_CERT_FILE", "SSL_CERT_DIR")
                .map(name -> environment.getOrDefault(name, "").trim())
                .filter(value -> !value.isEmpty())
                .map(Path::of)
                .toList();
        return new CaCertificates(flags, inherited);
    }
}
