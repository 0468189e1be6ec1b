package io.scimdoctor.http;

import static io.scimdoctor.exchange.TransportFault.CONNECTION_RESET;
import static io.scimdoctor.exchange.TransportFault.DEADLINE_EXCEEDED;
import static io.scimdoctor.exchange.TransportFault.EMPTY_REPLY;
import static io.scimdoctor.exchange.TransportFault.REDIRECT_OTHER_HOST;
import static io.scimdoctor.exchange.TransportFault.RESPONSE_TIMEOUT;
import static io.scimdoctor.exchange.TransportFault.TOKEN_WITHHELD;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.CallFailure;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over HttpClient's connection pool. It drives the pool itself instead of building a client: a client
 * costs 100 ms at start, repeats failed requests, and presents a proxy's refusal as if the API had answered.
 */
public final class ApacheTransport implements Transport {
    private static final int MAX_PER_HOST = 8;
    /** With as many lines as are allowed, sixteen megabytes of header. */
    private static final int MAX_HEADER_LINE = 64 * 1024;

    private static final int MAX_HEADER_COUNT = 256;
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofMilliseconds(100);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final TransportSettings settings;
    private final Limits limits;
    private final TokenGuard guard;
    private final WireRequests requests;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final Dialer dialer;
    private final PoolingHttpClientConnectionManager pool;
    private volatile boolean closed;

    public ApacheTransport(TransportSettings settings) {
        this.settings = settings;
        this.limits = Limits.of(settings);
        this.guard = new TokenGuard(settings.allowedHosts());
        this.requests = new WireRequests(settings.userAgent());
        this.dialer = new Dialer(limits, new TlsUpgrade(settings, limits));
        this.pool = pool(dialer);
    }

    @Override
    public Exchange send(SentRequest request) {
        if (closed) {
            throw new IllegalStateException("the transport is closed");
        }
        Target target = Target.parse(request.url());
        ProxyServer proxy = settings.proxies().forTarget(target).orElse(null);
        Call call = new Call(target, proxy);
        ClassicHttpRequest wire = requests.of(request, call);
        Instant at = settings.clock().instant();
        Unanswered refusal = refuse(request, target);
        if (refusal != null) {
            return new Exchange(request, refusal, List.of(), at, Trace.NONE);
        }
        Outcome outcome = run(wire, call);
        Attempt attempt = attempt(request, at, outcome, call.elapsed());
        return new Exchange(request, outcome, List.of(attempt), at, call.trace());
    }

    @Override
    public void close() {
        closed = true;
        dialer.close();
        pool.close(CloseMode.IMMEDIATE);
    }

    private @Nullable Unanswered refuse(SentRequest request, Target target) {
        String objection = guard.objection(request, target).orElse(null);
        if (objection != null) {
            return new Unanswered(TOKEN_WITHHELD, objection);
        }
        return limits.deadlinePassed()
                ? new Unanswered(DEADLINE_EXCEEDED, "Nothing was sent: the time for the whole run was used up.")
                : null;
    }

    private Outcome run(ClassicHttpRequest wire, Call call) {
        while (true) {
            try {
                return redirected(exchange(wire, call), call);
            } catch (IOException e) {
                CallFailure failure = ExchangeFaults.inHead(e, call);
                if (!isStale(failure, wire, call)) {
                    return unanswered(failure);
                }
            } catch (IllegalStateException e) {
                if (!closed) {
                    throw e;
                }
                return cancelled();
            }
        }
    }

    /**
     * A kept connection may be closed by the server just when it is used again. That says nothing about the service, so
     * the request goes out once more on another connection, as RFC 9112, section 9.3.1 allows.
     */
    private boolean isStale(CallFailure failure, ClassicHttpRequest wire, Call call) {
        boolean silent =
                failure.fault() == EMPTY_REPLY || (failure.fault() == CONNECTION_RESET && call.received() == 0);
        return call.reused && silent && !closed && REPEATABLE.contains(wire.getMethod());
    }

    private Answered exchange(ClassicHttpRequest wire, Call call) throws IOException {
        ConnectionEndpoint endpoint = lease(call);
        boolean reusable = false;
        try {
            call.reusing(endpoint.isConnected());
            Answered refusal = call.reused ? null : open(endpoint, call);
            if (refusal != null) {
                return refusal;
            }
            ClassicHttpResponse response = execute(endpoint, wire, call);
            Answered answer = read(response, call);
            reusable = DefaultConnectionReuseStrategy.INSTANCE.keepAlive(wire, response, call);
            return answer;
        } finally {
            release(endpoint, reusable);
        }
    }

    /** Connects, through a tunnel where there is a proxy; returns the proxy's answer when it refuses one. */
    private @Nullable Answered open(ConnectionEndpoint endpoint, Call call) throws IOException {
        pool.connect(endpoint, null, call);
        ProxyServer proxy = call.proxy;
        if (proxy == null || !call.isTunnelled()) {
            return null;
        }
        ClassicHttpResponse response = execute(endpoint, requests.tunnel(call, proxy), call);
        // A portal may answer CONNECT with its page, as if it were a GET.
        Header type = response.getFirstHeader("Content-Type");
        boolean page = type != null && String.valueOf(type.getValue()).startsWith("text/html");
        if (response.getCode() < 300 && !page) {
            call.tunnelOpen = true;
            pool.upgrade(endpoint, call);
            return null;
        }
        call.proxyAnswered = true;
        return read(response, call);
    }

    private ClassicHttpResponse execute(ConnectionEndpoint endpoint, ClassicHttpRequest wire, Call call)
            throws IOException {
        endpoint.setSocketTimeout(Timeout.ofMilliseconds(limits.silenceMillis()));
        try {
            ClassicHttpResponse response = endpoint.execute("scimdoctor", wire, this::converse, call);
            call.headArrived();
            return response;
        } catch (HttpException | IOException | IllegalArgumentException e) {
            // HttpClient throws an IllegalArgumentException when the status is 0.
            throw call.orClientCertificate(ExchangeFaults.inHead(e, call));
        }
    }

    private ClassicHttpResponse converse(ClassicHttpRequest wire, HttpClientConnection connection, HttpContext context)
            throws IOException, HttpException {
        Call call = (Call) context;
        if (call.reused && connection.isDataAvailable(Timeout.ofMilliseconds(TimedSocket.AT_ONCE_MILLIS))) {
            // Bytes that came before the request was sent would be read as its answer.
            throw new CallFailure(EMPTY_REPLY, call.peer() + " sent more than one answer to a request.");
        }
        return executor.execute(wire, connection, context);
    }

    private Answered read(ClassicHttpResponse response, Call call) throws IOException {
        BodyReader reader = new BodyReader(settings.maxBodyBytes());
        List<Headers.Field> fields = new ArrayList<>();
        for (Header header : response.getHeaders()) {
            fields.add(new Headers.Field(header.getName(), Objects.requireNonNullElse(header.getValue(), "")));
        }
        Headers headers = new Headers(fields);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answered(response.getCode(), headers, "");
        }
        // Not closed on failure: closing would first read the rest of the body.
        InputStream content = entity.getContent();
        try {
            return new Answered(response.getCode(), headers, reader.read(content, headers));
        } catch (IOException e) {
            throw ExchangeFaults.inBody(e, response.getCode(), reader.received(), call);
        }
    }

    private ConnectionEndpoint lease(Call call) throws IOException {
        Timeout wait = Timeout.ofMilliseconds(limits.withinDeadline(limits.silenceMillis()));
        try {
            return pool.lease("scimdoctor", route(call), wait, null).get(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the call was interrupted");
        } catch (TimeoutException | ExecutionException e) {
            throw new CallFailure(RESPONSE_TIMEOUT, "No connection to " + call.peer() + " came free in time.");
        }
    }

    private void release(ConnectionEndpoint endpoint, boolean reusable) {
        if (!reusable) {
            endpoint.close(CloseMode.IMMEDIATE);
        }
        pool.release(endpoint, null, reusable ? TimeValue.NEG_ONE_MILLISECOND : TimeValue.ZERO_MILLISECONDS);
    }

    private static HttpRoute route(Call call) {
        Target target = call.target;
        ProxyServer proxy = call.proxy;
        HttpHost host = host(target);
        return proxy == null
                ? new HttpRoute(host, null, target.isSecure())
                : new HttpRoute(host, null, host(proxy.target()), target.isSecure());
    }

    private static HttpHost host(Target target) {
        return new HttpHost(target.scheme(), target.host(), target.port());
    }

    /** The answer, unless it sends the caller to another host: no API does that, sign-in pages and portals do. */
    private static Outcome redirected(Answered answer, Call call) {
        String other = REDIRECTS.contains(answer.status())
                ? otherPlace(answer.headers().first("Location").orElse("").strip(), call.target)
                : null;
        String sender = call.proxyAnswered ? call.peer() : call.target.host();
        return other == null
                ? answer
                : new Unanswered(
                        REDIRECT_OTHER_HOST,
                        sender + " answered with status " + answer.status() + " and redirects to " + other
                                + "; it was not followed.");
    }

    /** Scheme and host of another host, without path and query, which may hold secrets. */
    private static @Nullable String otherPlace(String location, Target target) {
        try {
            Target other = Target.parse(location.startsWith("//") ? target.scheme() + ":" + location : location);
            return other.host().equals(target.host()) ? null : other.scheme() + "://" + other.hostHeader();
        } catch (IllegalArgumentException e) {
            // A place on the same host, or none at all.
            return null;
        }
    }

    private Unanswered unanswered(CallFailure failure) {
        if (closed || Thread.currentThread().isInterrupted()) {
            return cancelled();
        }
        return limits.deadlinePassed()
                ? new Unanswered(DEADLINE_EXCEEDED, "The time for the whole run was used up. " + failure.getMessage())
                : new Unanswered(failure.fault(), String.valueOf(failure.getMessage()));
    }

    private static Unanswered cancelled() {
        return new Unanswered(DEADLINE_EXCEEDED, "The call was interrupted before it had ended.");
    }

    private static Attempt attempt(SentRequest request, Instant at, Outcome outcome, Duration duration) {
        String sentId = request.headers().first("client-request-id").orElse(null);
        if (!(outcome instanceof Answered answer)) {
            return new Attempt(at, null, duration, null, sentId, null);
        }
        Duration retryAfter = RetryAfter.of(answer, at.plus(duration));
        String requestId = answer.headers().first("request-id").orElse(null);
        return new Attempt(at, answer.status(), duration, retryAfter, sentId, requestId);
    }

    private static PoolingHttpClientConnectionManager pool(Dialer dialer) {
        Http1Config http = Http1Config.custom()
                .setMaxLineLength(MAX_HEADER_LINE)
                .setMaxHeaderCount(MAX_HEADER_COUNT)
                .build();
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager(
                dialer,
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                ManagedHttpClientConnectionFactory.builder().http1Config(http).build());
        pool.setDefaultMaxPerRoute(MAX_PER_HOST);
        pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                .build());
        return pool;
    }
}
