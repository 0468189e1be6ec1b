package io.scimdoctor.http.tls;

import static io.scimdoctor.exchange.TransportFault.CONNECTION_RESET;
import static io.scimdoctor.exchange.TransportFault.CONNECT_TIMEOUT;
import static io.scimdoctor.exchange.TransportFault.TLS_EXPIRED;
import static io.scimdoctor.exchange.TransportFault.TLS_FAILURE;
import static io.scimdoctor.exchange.TransportFault.TLS_HOSTNAME_MISMATCH;
import static io.scimdoctor.exchange.TransportFault.TLS_UNTRUSTED;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.CallFailure;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the ways apart in which TLS fails. JSSE has few exception types, so its messages (JDK 17 to 25) must help. */
public final class TlsFaults {
    /** What the message of a failure contains: one of the marks, which are separated by bars. */
    private static final JsonNode SIGNS = Resource.json(TlsFaults.class, "signs.json");

    private TlsFaults() {}

    /** Why a handshake failed, in which the server showed these certificates. */
    public static CallFailure ofHandshake(IOException failure, String peer, X509Certificate[] shown) {
        CallFailure known = cause(failure, CallFailure.class);
        if (known != null) {
            return known;
        }
        String message = messages(failure);
        if (find(failure, SocketTimeoutException.class)) {
            return new CallFailure(
                    CONNECT_TIMEOUT,
                    "The TCP connection to " + peer + " stood, but the TLS handshake did not end in time.");
        }
        if (find(failure, CertificateException.class) || message.contains("pkix path")) {
            return ofCertificate(failure, peer, shown);
        }
        return find(failure, SocketException.class) && message.contains("reset")
                ? new CallFailure(
                        CONNECTION_RESET, "The connection to " + peer + " was reset during the TLS handshake.")
                : ofMessage(failure, peer);
    }

    /** Why TLS failed, when the certificate is not the reason. */
    public static CallFailure ofMessage(IOException failure, String peer) {
        String message = messages(failure);
        for (JsonNode sign : SIGNS) {
            if (containsAny(message, sign.path("marks").asText())) {
                return new CallFailure(
                        Json.constant(TransportFault.class, sign.path("fault")),
                        peer + sign.path("words").asText() + alert(message));
            }
        }
        return new CallFailure(
                TLS_FAILURE,
                isEndOfStream(failure)
                        ? peer + " closed the connection during the TLS handshake."
                        : "TLS with " + peer + " failed: " + failure.getMessage());
    }

    /** The alert that the peer sent, as RFC 8446, section 6, and JSSE name it. */
    private static String alert(String message) {
        int at = message.indexOf("alert: ");
        return at < 0 ? "" : " It sent the alert " + message.substring(at + 7).split("\\W", 2)[0] + ".";
    }

    /** Whether the peer ended the connection without the closing message of TLS. */
    public static boolean isEndOfStream(Exception failure) {
        return find(failure, EOFException.class)
                || containsAny(messages(failure), "shut down incorrectly|terminated the handshake");
    }

    public static boolean find(Throwable failure, Class<? extends Throwable> type) {
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

    private static CallFailure ofCertificate(IOException failure, String peer, X509Certificate[] shown) {
        String message = messages(failure);
        String facts = shown.length == 0 ? "" : CertificateNames.facts(shown[0]);
        if (containsAny(message, "no subject alternative|no name matching")) {
            return new CallFailure(
                    TLS_HOSTNAME_MISMATCH, "The certificate that was shown is not for " + peer + "." + facts);
        }
        boolean stranger = find(failure, CertPathBuilderException.class);
        String untimely = untimely(failure, shown);
        if (untimely != null) {
            String also = stranger ? " Its issuer is not trusted either." : "";
            return new CallFailure(
                    TLS_EXPIRED, "A certificate that " + peer + " showed " + untimely + "." + also + facts);
        }
        String why = "is not trusted";
        if (containsAny(message, "key usage|keyusage")) {
            why = "is not meant for a server: its key usage does not allow that";
        } else if (containsAny(message, "algorithm constraints|key size")) {
            why = "has a key or a signature that is too weak";
        } else if (stranger
                && shown.length == 1
                && !shown[0].getIssuerX500Principal().equals(shown[0].getSubjectX500Principal())) {
            why = "is not trusted: it came alone, without the certificate of its issuer";
        }
        return new CallFailure(TLS_UNTRUSTED, "The certificate that " + peer + " showed " + why + "." + facts);
    }

    /** Why the time is not that of a certificate, whether it is trusted or not; null when time is not the trouble. */
    private static @Nullable String untimely(IOException failure, X509Certificate[] shown) {
        for (X509Certificate certificate : shown) {
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException e) {
                return "has expired: it was valid until "
                        + certificate.getNotAfter().toInstant();
            } catch (CertificateNotYetValidException e) {
                return "is not valid before " + certificate.getNotBefore().toInstant() + " by this machine's clock";
            }
        }
        return find(failure, CertificateExpiredException.class) ? "has expired" : null;
    }

    private static boolean containsAny(String message, String marks) {
        return Stream.of(marks.split("\\|")).anyMatch(message::contains);
    }
}
