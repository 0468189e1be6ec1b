package io.scimdoctor.http.tls;

import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.http.CallFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the ways apart in which TLS fails. JSSE has few exception types, so its messages (JDK 17 to 25) must help. */
public final class TlsFaults {
    private static final List<String> NO_COMMON_GROUND = List.of(
            "alert: protocol_version",
            "alert: handshake_failure",
            "alert: insufficient_security",
            "alert: no_application_protocol",
            "no appropriate protocol",
            "not enabled or supported",
            "no cipher suites in common",
            "client requested protocol",
            "server chose");
    private static final List<String> CLIENT_CERTIFICATE = List.of(
            "alert: certificate_required",
            "alert: bad_certificate",
            "alert: unknown_ca",
            "alert: certificate_unknown",
            "alert: unsupported_certificate",
            "alert: access_denied");
    private static final List<String> NO_TLS =
            List.of("unrecognized ssl message", "plaintext connection", "unsupported record version");

    private TlsFaults() {}

    /** Why a handshake failed. */
    static CallFailure ofHandshake(IOException failure, String peer, @Nullable X509Certificate shown) {
        CallFailure known = cause(failure, CallFailure.class);
        if (known != null) {
            return known;
        }
        String message = messages(failure);
        if (find(failure, SocketTimeoutException.class)) {
            return new CallFailure(
                    TransportFault.CONNECT_TIMEOUT,
                    "The TCP connection to " + peer + " stood, but the TLS handshake did not end in time.");
        }
        if (find(failure, CertificateException.class) || message.contains("pkix path")) {
            return ofCertificate(failure, peer, shown);
        }
        if (find(failure, SocketException.class) && message.contains("reset")) {
            return new CallFailure(
                    TransportFault.CONNECTION_RESET,
                    "The connection to " + peer + " was reset during the TLS handshake.");
        }
        return ofMessage(failure, peer);
    }

    /** Why TLS failed, when the certificate is not the reason. */
    public static CallFailure ofMessage(IOException failure, String peer) {
        String message = messages(failure);
        if (containsAny(message, CLIENT_CERTIFICATE)) {
            return new CallFailure(
                    TransportFault.TLS_CLIENT_CERTIFICATE, peer + " asks for a client certificate, and none was sent.");
        }
        if (containsAny(message, NO_COMMON_GROUND)) {
            return new CallFailure(
                    TransportFault.TLS_PROTOCOL, "This Java and " + peer + " have no TLS version or cipher in common.");
        }
        if (containsAny(message, NO_TLS)) {
            return new CallFailure(
                    TransportFault.TLS_FAILURE,
                    peer + " did not answer with TLS; the port probably speaks plain HTTP.");
        }
        if (isEndOfStream(failure)) {
            return new CallFailure(
                    TransportFault.TLS_FAILURE, peer + " closed the connection during the TLS handshake.");
        }
        return new CallFailure(TransportFault.TLS_FAILURE, "TLS with " + peer + " failed: " + failure.getMessage());
    }

    /** Whether the peer ended the connection without the closing message of TLS. */
    public static boolean isEndOfStream(IOException failure) {
        String message = messages(failure);
        return find(failure, EOFException.class)
                || message.contains("shut down incorrectly")
                || message.contains("terminated the handshake");
    }

    public static <T extends Throwable> boolean find(Throwable failure, Class<T> type) {
        return cause(failure, type) != null;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    public static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static CallFailure ofCertificate(IOException failure, String peer, @Nullable X509Certificate shown) {
        String message = messages(failure);
        if (message.contains("no subject alternative") || message.contains("no name matching")) {
            String names = shown == null ? "" : " It is for " + CertificateNames.subjects(shown) + ".";
            return new CallFailure(
                    TransportFault.TLS_HOSTNAME_MISMATCH,
                    "The certificate that was shown is not for " + peer + "." + names);
        }
        if (find(failure, CertificateExpiredException.class)) {
            String end = shown == null
                    ? ""
                    : ": the server's is valid until " + shown.getNotAfter().toInstant();
            return new CallFailure(
                    TransportFault.TLS_EXPIRED, "A certificate that " + peer + " showed has expired" + end + ".");
        }
        if (find(failure, CertificateNotYetValidException.class)) {
            return new CallFailure(
                    TransportFault.TLS_EXPIRED,
                    "A certificate that " + peer + " showed is not valid yet by this machine's clock.");
        }
        String issuer = shown == null ? "" : " It was issued by " + CertificateNames.issuer(shown) + ".";
        return new CallFailure(
                TransportFault.TLS_UNTRUSTED, "The certificate that " + peer + " showed is not trusted." + issuer);
    }

    private static boolean containsAny(String message, List<String> parts) {
        return parts.stream().anyMatch(message::contains);
    }
}
