package io.scimdoctor.exchange;

/** Why no whole answer arrived. The slug of each is the id of its condition in the catalogue. */
public enum TransportFault implements Slugged {
    DNS_FAILURE,
    CONNECTION_REFUSED,
    CONNECT_TIMEOUT,
    NETWORK_UNREACHABLE,
    PROXY_UNREACHABLE,
    TLS_UNTRUSTED,
    TLS_HOSTNAME_MISMATCH,
    TLS_EXPIRED,
    TLS_PROTOCOL,
    TLS_CLIENT_CERTIFICATE,
    TLS_FAILURE,
    CONNECTION_RESET,
    EMPTY_REPLY,
    RESPONSE_TIMEOUT,
    STALLED_BODY,
    TRUNCATED_BODY,
    OVERSIZED_BODY,
    GZIP_BOMB,
    MALFORMED_RESPONSE,
    UNEXPECTED_REDIRECT,
    REDIRECT_OTHER_HOST,
    TOKEN_WITHHELD,
    DEADLINE_EXCEEDED;
}
