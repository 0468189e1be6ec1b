package io.scimdoctor.http;

import static io.scimdoctor.exchange.TransportFault.CONNECTION_RESET;
import static io.scimdoctor.exchange.TransportFault.EMPTY_REPLY;
import static io.scimdoctor.exchange.TransportFault.MALFORMED_RESPONSE;
import static io.scimdoctor.exchange.TransportFault.OVERSIZED_BODY;
import static io.scimdoctor.exchange.TransportFault.RESPONSE_TIMEOUT;
import static io.scimdoctor.exchange.TransportFault.STALLED_BODY;
import static io.scimdoctor.exchange.TransportFault.TRUNCATED_BODY;

import io.scimdoctor.exchange.CallFailure;
import io.scimdoctor.http.tls.TlsFaults;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Names what went wrong on a connection that stood. */
final class ExchangeFaults {
    private ExchangeFaults() {}

    /** While the request was written or the head of the answer was awaited. */
    static CallFailure inHead(Exception failure, Call call) {
        if (failure instanceof CallFailure known) {
            return known;
        }
        if (failure instanceof MessageConstraintException) {
            return new CallFailure(OVERSIZED_BODY, "The header of the answer is longer than any that is read.");
        }
        String peer = call.peer();
        long bytes = call.received();
        if (TlsFaults.find(failure, SocketTimeoutException.class)) {
            String came = bytes == 0 ? "not a single byte" : "only " + bytes + " bytes of the header";
            return new CallFailure(
                    RESPONSE_TIMEOUT, peer + " took the request and sent " + came + " within the time limit.");
        }
        boolean ended = isCut(failure) || failure instanceof NoHttpResponseException;
        if (ended && bytes == 0) {
            return new CallFailure(EMPTY_REPLY, peer + " closed the connection without answering the request.");
        }
        if (!ended && failure instanceof SSLException tls) {
            return TlsFaults.ofMessage(tls, peer);
        }
        // Without the bytes that it repeats, which may be secret.
        String why = failure instanceof HttpException
                ? ": " + String.valueOf(failure.getMessage()).split("[<]", 2)[0]
                : ".";
        return !ended && isReset(failure)
                ? new CallFailure(CONNECTION_RESET, "The connection was reset before " + peer + " had answered.")
                : new CallFailure(
                        MALFORMED_RESPONSE, "What " + peer + " sent is not an HTTP answer that can be read" + why);
    }

    /** While the body was read. */
    static CallFailure inBody(IOException failure, int status, long bytes, Call call) {
        String answer = call.peer() + " answered with status " + status;
        if (failure instanceof CallFailure known) {
            return new CallFailure(known.fault(), answer + ". " + known.getMessage());
        }
        if (TlsFaults.find(failure, SocketTimeoutException.class)) {
            return new CallFailure(
                    STALLED_BODY,
                    answer + ", and the body was not whole when the time was up: " + bytes + " bytes had come.");
        }
        if (isCut(failure)) {
            return new CallFailure(
                    TRUNCATED_BODY,
                    answer + ", then closed the connection in the middle of the body, after " + bytes + " bytes.");
        }
        return isReset(failure) || failure instanceof SSLException
                ? new CallFailure(
                        CONNECTION_RESET,
                        answer + ", then the connection was reset, after " + bytes + " bytes of the body.")
                : new CallFailure(MALFORMED_RESPONSE, answer + ", but the chunks of the body break the rules of HTTP.");
    }

    private static boolean isCut(Exception failure) {
        return failure instanceof ConnectionClosedException
                || failure instanceof TruncatedChunkException
                || TlsFaults.isEndOfStream(failure);
    }

    private static boolean isReset(Exception failure) {
        return !(failure instanceof HttpException)
                && (failure instanceof SocketException
                        || TlsFaults.messages(failure).contains("reset"));
    }
}
