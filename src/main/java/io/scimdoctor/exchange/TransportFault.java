package io.scimdoctor.exchange;

import java.util.Locale;

/** Why no whole answer arrived. The slug of each is the id of its condition in the catalogue. */
public enum TransportFault {
    DNS_FAILURE,
    CONNECTION_REFUSED,
    CONNECT_TIMEOUT,
    NETWORK_UNREACHABLE,
    TLS_UNTRUSTED,
    TLS_HOSTNAME_MISMATCH,
    TLS_EXPIRED,
    TLS_PROTOCOL,
    TLS_CLIENT_CERTIFICATE,
    TLS_FAILURE,
    PROXY_UNREACHABLE,
    CONNECTION_RESET,
    EMPTY_REPLY,
    RESPONSE_TIMEOUT,
    STALLED_BODY,
    TRUNCATED_BODY,
    OVERSIZED_BODY,
    GZIP_BOMB,
    MALFORMED_RESPONSE,
    REDIRECT_OTHER_HOST,
    TOKEN_WITHHELD,
    DEADLINE_EXCEEDED;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The condition's id, such as {@code dns-failure}. */
    public String slug() {
        return slug;
    }
}
