package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.exchange.TransportFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises network trouble by the words of curl, browsers and client libraries. */
public final class FaultWords {
    /** In this order: the first row of which one word occurs decides. Words are in lower case. */
    private static final Row[] ROWS = {
        new Row(
                TransportFault.PROXY_UNREACHABLE,
                "could not resolve proxy",
                "err_proxy_connection_failed",
                "err_tunnel_connection_failed",
                "unable to connect to proxy",
                "cannot connect to proxy",
                "proxyerror",
                "proxyconnect"),
        new Row(
                TransportFault.TLS_EXPIRED,
                "certificate has expired",
                "validity check failed",
                "cert_has_expired",
                "err_cert_date_invalid",
                "certificate expired",
                "certificateexpired",
                "notafter:",
                "nottimevalid"),
        new Row(
                TransportFault.TLS_HOSTNAME_MISMATCH,
                "no alternative certificate subject name",
                "does not match target host name",
                "err_cert_common_name_invalid",
                "err_tls_cert_altname_invalid",
                "remotecertificatenamemismatch",
                "hostname mismatch",
                "no subject alternative",
                "no name matching",
                "hostname/ip does not match"),
        new Row(
                TransportFault.TLS_CLIENT_CERTIFICATE,
                "err_ssl_client_auth",
                "bad_certificate",
                "bad certificate",
                "certificate_required",
                "certificate required"),
        new Row(
                TransportFault.TLS_UNTRUSTED,
                "ssl certificate problem",
                "err_cert_",
                "self signed certificate",
                "self-signed certificate",
                "self_signed_cert",
                "unable to get local issuer",
                "unable_to_get_issuer",
                "unable_to_verify_leaf",
                "unable to verify the first certificate",
                "pkix path",
                "certificate verify failed",
                "unable_to_get_issuer_cert_locally",
                "self_signed_cert_in_chain",
                "unable_to_verify_leaf_signature",
                "depth_zero_self_signed_cert",
                "certpathbuilderexception",
                "certificate_verify_failed",
                "trust relationship",
                "untrustedroot",
                "partialchain",
                "remotecertificatechainerrors",
                "certificate signed by unknown authority",
                "server certificate verification failed"),
        new Row(
                TransportFault.TLS_PROTOCOL,
                "wrong version number",
                "unsupported protocol",
                "protocol_version",
                "err_ssl_version",
                "err_ssl_protocol_error",
                "no appropriate protocol",
                "tlsv1 alert protocol"),
        new Row(
                TransportFault.TLS_FAILURE,
                "ssl_error_syscall",
                "ssl connect error",
                "ssl connection could not be established",
                "sslhandshakeexception",
                "handshake_failure",
                "handshake failure",
                "err_ssl_",
                "ssl/tls secure channel",
                "schannel:"),
        new Row(
                TransportFault.DNS_FAILURE,
                "could not resolve host",
                "couldn't resolve host",
                "err_name_not_resolved",
                "err_name_resolution_failed",
                "err_dns_",
                "unknownhostexception",
                "remote name could not be resolved",
                "no such host",
                "name or service not known",
                "nodename nor servname",
                "temporary failure in name resolution",
                "getaddrinfo",
                "failed to resolve",
                "nameresolutionerror",
                "unresolvedaddressexception",
                "server misbehaving",
                "enotfound",
                "eai_again"),
        new Row(
                TransportFault.CONNECT_TIMEOUT,
                "connection timed out",
                "connect timed out",
                "connection timeout",
                "connect timeout",
                "connecttimeout",
                "connecttimeouterror",
                "connecttimeoutexception",
                "und_err_connect_timeout",
                "opentimeout",
                "execution expired",
                "resolving timed out",
                "err_connection_timed_out",
                "etimedout"),
        new Row(
                TransportFault.NETWORK_UNREACHABLE,
                "network is unreachable",
                "no route to host",
                "err_internet_disconnected",
                "err_address_unreachable",
                "err_network_changed",
                "enetunreach",
                "ehostunreach"),
        new Row(
                TransportFault.CONNECTION_REFUSED,
                "connection refused",
                "err_connection_refused",
                "actively refused",
                "econnrefused",
                "couldn't connect to server",
                "could not connect to server",
                "unable to connect to the remote server",
                "err_connection_failed"),
        new Row(
                TransportFault.EMPTY_REPLY,
                "empty reply",
                "err_empty_response",
                "remote end closed connection without response",
                "remotedisconnected",
                "unexpected end of file from server",
                "nohttpresponse"),
        new Row(
                TransportFault.TRUNCATED_BODY,
                "err_content_length_mismatch",
                "err_incomplete_chunked",
                "incompleteread",
                "transfer closed with",
                "bytes remaining to read"),
        new Row(
                TransportFault.CONNECTION_RESET,
                "connection reset",
                "connection was reset",
                "pr_connect_reset_error",
                "err_connection_reset",
                "err_connection_closed",
                "err_connection_aborted",
                "econnreset",
                "forcibly closed",
                "recv failure",
                "socket hang up",
                "connection was closed",
                "und_err_socket",
                "connectionreseterror",
                "unexpectedly closed",
                "eof"),
        new Row(
                TransportFault.MALFORMED_RESPONSE,
                "err_invalid_http_response",
                "http/0.9",
                "weird server reply",
                "badstatusline"),
        new Row(
                TransportFault.RESPONSE_TIMEOUT,
                "timed out",
                "err_timed_out",
                "timeout",
                "timeouterror",
                "timeoutexception",
                "readtimeout",
                "readtimeouterror",
                "sockettimeoutexception",
                "und_err_headers_timeout",
                "und_err_body_timeout",
                "deadline exceeded"),
    };

    private FaultWords() {}

    /** The fault that a text speaks of, or null. */
    static @Nullable TransportFault find(String text) {
        String lower = Texts.lower(text.length() > 20_000 ? text.substring(0, 20_000) : text);
        if (lower.contains("i/o timeout") || lower.contains("tls handshake timeout")) {
            // Go says in front of it what it waited for.
            return lower.contains("handshake")
                    ? TransportFault.TLS_FAILURE
                    : lower.contains("lookup ")
                            ? TransportFault.DNS_FAILURE
                            : lower.contains("dial ")
                                    ? TransportFault.CONNECT_TIMEOUT
                                    : TransportFault.RESPONSE_TIMEOUT;
        }
        for (Row row : ROWS) {
            for (String word : row.words) {
                if (holds(lower, word)) {
                    return row.fault;
                }
            }
        }
        return null;
    }

    /** Whether a text holds a word as a whole: {@code ResourceNotFound} is no {@code ENOTFOUND}, an option no fault. */
    private static boolean holds(String lower, String word) {
        int at = lower.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean begins = at == 0 || !isWord(word.charAt(0)) || !isWord(lower.charAt(at - 1));
            boolean open = word.endsWith("_") || end == lower.length() || !isWord(lower.charAt(end));
            boolean option = word.equals("timeout") && end < lower.length() && ":=".indexOf(lower.charAt(end)) >= 0;
            if (begins && open && !option) {
                return true;
            }
            at = lower.indexOf(word, end);
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** Whether a line is a client's own message about the network, rather than prose that has such words. */
    static boolean isClientLine(String line) {
        return namesClient(line) && !Signs.OTHER.matcher(line).find() && find(line) != null;
    }

    /** Whether a line bears the marks of a client: the class of an exception, an error number, its own prefix. */
    static boolean namesClient(String line) {
        return Signs.CLIENT.matcher(line).find();
    }

    /** Whether a line tells of a proxy's answer to CONNECT. */
    static boolean isTunnel(String line) {
        return Texts.containsIgnoringCase(line, "tunnel")
                || Texts.containsIgnoringCase(line, "proxy after connect")
                || line.contains("proxyconnect");
    }

    /** Takes the fault that a client's lines tell of into a draft, with the host that it names. */
    static void tell(Draft draft, String lines) {
        TransportFault fault = find(lines);
        if (fault != null) {
            Matcher host = Signs.HOST.matcher(lines);
            draft.unanswered(fault, "the client's message tells of it" + (host.find() ? ", for " + host.group(1) : ""));
        }
    }

    /** Compiled when a text is searched. */
    private static final class Signs {
        static final Pattern CLIENT = Pattern.compile(
                "[A-Za-z](?:Exception|Error|Failure|Timeout)\\b|\\bE(?:CONN(?:REFUSED|RESET|ABORTED)|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|PIPE|PROTO|SOCKETTIMEDOUT)\\b|net::ERR_|\\bUND_ERR_|(?i:\\bcurl\\b)"
                        + "|\\b(?:Get|Post|Put|Patch|Delete|Head) \\\\?+\"https?://|dial tcp|\\bx509:|proxyconnect|(?i:\\berror:)|fatal:|wget:"
                        + "|(?i:(?:could not|couldn't|unable to) resolve host)|Invoke-[A-Z]|\\bSSL_|SSL routines|graph\\.microsoft|login\\.microsoftonline"
                        + "|The remote name could not|The underlying connection was closed|The request was aborted|Failed to open stream");

        /** Daemons and databases have such words, too. */
        static final Pattern OTHER = Pattern.compile(
                "\\b(?:sshd|kernel|postfix|dovecot|mysqld?|postgres|redis|ntpd|slapd|cron|systemd)\\b[\\[:/]",
                Pattern.CASE_INSENSITIVE);

        static final Pattern HOST = Pattern.compile(
                "(?i:https?://|host[:=] {0,2}+'?+|lookup |ENOTFOUND |EAI_AGAIN |resolve '?+|connect to |UnknownHostException: )"
                        + "([\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,8}+)");
    }

    /** The fault of a word from a log: an own name such as {@code dns-failure}, or the words of a client. */
    public static @Nullable TransportFault named(String text) {
        String slug = Texts.lower(text.trim()).replace('_', '-');
        for (TransportFault fault : TransportFault.values()) {
            if (fault.slug().equals(slug)) {
                return fault;
            }
        }
        return find(text);
    }

    /** The fault of a {@code curl: (28) …} message, or null for an exit code that says nothing about the network. */
    static @Nullable TransportFault curl(int code, String message) {
        if (code == 28 && message.contains(" out of ")) {
            return TransportFault.STALLED_BODY;
        }
        TransportFault told = code == 28 && Texts.startsIgnoringCase(message, "failed to connect")
                ? TransportFault.CONNECT_TIMEOUT
                : find(message);
        return switch (code) {
            case 5, 97 -> TransportFault.PROXY_UNREACHABLE;
            case 6 -> TransportFault.DNS_FAILURE;
            case 7 -> told != null ? told : TransportFault.CONNECTION_REFUSED;
            case 18 -> TransportFault.TRUNCATED_BODY;
            case 28 -> told != null ? told : TransportFault.RESPONSE_TIMEOUT;
            case 35 -> told != null ? told : TransportFault.TLS_FAILURE;
            case 51 -> told != null ? told : TransportFault.TLS_HOSTNAME_MISMATCH;
            case 52 -> TransportFault.EMPTY_REPLY;
            case 55, 56, 92 -> told != null ? told : TransportFault.CONNECTION_RESET;
            case 58 -> TransportFault.TLS_CLIENT_CERTIFICATE;
            case 60 -> told != null ? told : TransportFault.TLS_UNTRUSTED;
            case 53, 54, 59, 64, 66, 77, 80, 83, 91 -> TransportFault.TLS_FAILURE;
            case 1, 8, 43, 61 -> told != null ? told : TransportFault.MALFORMED_RESPONSE;
            default -> null;
        };
    }

    /** The words of one fault. */
    private static final class Row {
        final TransportFault fault;
        final String[] words;

        Row(TransportFault fault, String... words) {
            this.fault = fault;
            this.words = words;
        }
    }
}
