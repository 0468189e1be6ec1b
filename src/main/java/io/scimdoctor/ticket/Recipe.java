package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the lines that make a call again, in three languages; the token and the secret stand in variables. */
final class Recipe {
    /** What a client adds by itself, what differs from call to call, and what is secret. */
    private static final Set<String> LEFT_OUT =
            Set.of(Resource.text(Recipe.class, "left-out.txt").split("\n"));

    private static final List<String> PROOFS = List.of("client_secret", "client_assertion");
    private static final int LONGEST_BODY = 4_000;

    private final String method;
    private final String url;
    private final @Nullable String body;
    private final boolean tokenRequest;
    private final boolean withToken;
    private final List<Headers.Field> fields = new ArrayList<>();
    private boolean acceptMissing;

    private Recipe(FailedCall call, String url) {
        SentRequest request = call.exchange().request();
        this.url = url;
        method = call.method().isEmpty() ? "GET" : call.method();
        tokenRequest = call.isTokenRequest();
        String sent = request.body();
        body = sent == null || sent.isBlank() ? null : sent;
        withToken = !tokenRequest
                && (request.headers().isEmpty() || request.headers().has("authorization"));
        headers(request.headers());
    }

    /** The lines for a call, or null when its URL is not known. */
    static Ticket.@Nullable Reproducer of(FailedCall call) {
        String url = call.exchange().request().url();
        if (url == null || !url.contains("://")) {
            return null;
        }
        Recipe recipe = new Recipe(call, url);
        return new Ticket.Reproducer(recipe.curl(), recipe.powershell(), recipe.raw(), recipe.note());
    }

    /** As they were sent; where nothing was recorded, as the API wants them: no JSON Accept on DELETE. */
    private void headers(Headers sent) {
        if (sent.isEmpty()) {
            if (!method.equals("DELETE")) {
                fields.add(new Headers.Field("Accept", "application/json"));
            }
            if (body != null) {
                String type = tokenRequest ? "application/x-www-form-urlencoded" : "application/scim+json";
                fields.add(new Headers.Field("Content-Type", type));
            }
            return;
        }
        for (Headers.Field field : sent.fields()) {
            boolean known =
                    !field.name().contains(Redactor.MASK) && !field.value().contains(Redactor.MASK);
            if (known && !LEFT_OUT.contains(field.name().toLowerCase(Locale.ROOT))) {
                fields.add(field);
            }
        }
        acceptMissing = !sent.has("accept");
    }

    private String curl() {
        StringBuilder line = new StringBuilder("curl -i -X " + method + " " + shell(url));
        if (withToken) {
            line.append(" \\\n  -H \"Authorization: Bearer $TOKEN\"");
        }
        fields.forEach(field -> line.append(" \\\n  -H ").append(shell(field.name() + ": " + field.value())));
        if (acceptMissing || (fields.isEmpty() && method.equals("DELETE"))) {
            // Without this, curl sends */* by itself.
            line.append(" \\\n  -H 'Accept:'");
        }
        if (!tokenRequest) {
            line.append(" \\\n  -H \"client-request-id: $(uuidgen)\"");
        }
        if (body != null) {
            line.append(" \\\n  --data-raw ").append(proofNamed(shell(sendable()), name -> "'\"$" + name + "\"'"));
        }
        return line.toString();
    }

    private String powershell() {
        StringBuilder line = new StringBuilder();
        List<String> entries = new ArrayList<>();
        String type = null;
        if (withToken) {
            entries.add("Authorization = \"Bearer $env:TOKEN\"");
        }
        for (Headers.Field field : fields) {
            if (field.name().equalsIgnoreCase("content-type")) {
                type = field.value();
            } else {
                entries.add(single(field.name()) + " = " + single(field.value()));
            }
        }
        if (!tokenRequest) {
            entries.add("'client-request-id' = [guid]::NewGuid().ToString()");
        }
        line.append("$headers = @{ ").append(String.join("; ", entries)).append(" }\n");
        if (body != null) {
            String quoted = proofNamed(single(sendable()), name -> "' + $env:" + name + " + '");
            line.append("$body = ").append(quoted).append('\n');
        }
        line.append("Invoke-WebRequest -Method " + method + " -Uri " + single(url));
        line.append(" `\n  -Headers $headers -SkipHttpErrorCheck");
        line.append(type == null ? "" : " -ContentType " + single(type));
        return line.append(body == null ? "" : " -Body $body").toString();
    }

    private String raw() {
        int host = url.indexOf("://") + 3;
        int path = url.indexOf('/', host);
        StringBuilder text = new StringBuilder(method + " " + (path < 0 ? "/" : url.substring(path)) + " HTTP/1.1\n");
        text.append("Host: ").append(path < 0 ? url.substring(host) : url.substring(host, path));
        text.append(withToken ? "\nAuthorization: Bearer <token>" : "");
        fields.forEach(
                field -> text.append('\n').append(field.name()).append(": ").append(field.value()));
        text.append(tokenRequest ? "" : "\nclient-request-id: <fresh GUID>");
        return body == null ? text.toString() : text + "\n\n" + proofNamed(sendable(), name -> "<" + name + ">");
    }

    /** A token request holds its proof in the body, where the redaction has masked it. */
    private String proofNamed(String text, UnaryOperator<String> variable) {
        String named = text;
        for (String field : tokenRequest ? PROOFS : List.<String>of()) {
            String begin = field + "=";
            named = named.replace(begin + Redactor.MASK, begin + variable.apply(field.toUpperCase(Locale.ROOT)));
        }
        return named;
    }

    private String sendable() {
        return Beginning.of(String.valueOf(body), LONGEST_BODY);
    }

    private @Nullable String note() {
        String text = url + (body == null ? "" : proofNamed(body, name -> ""));
        List<String> notes = new ArrayList<>();
        if (text.contains(Redactor.MASK) || text.matches("(?s).*\\b(?:user|name|domain|phone|id)-[0-9]+\\b.*")) {
            notes.add("Put real values in place of " + Redactor.MASK + " and of stand-ins such as user-1.");
        }
        if (body != null && body.length() > LONGEST_BODY) {
            notes.add("The body is cut off; it stands in full among the exchanges.");
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String single(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
