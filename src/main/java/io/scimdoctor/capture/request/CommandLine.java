package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.record.RecordValues;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the request out of a pasted command: curl, wget, HTTPie, az rest, Invoke-RestMethod. */
public final class CommandLine {
    private static final String CURL_OPTIONS_WITH_VALUE = "XHduowAebcxmTFEKUCDPQrtyYz";

    private static final Set<String> CURL_VALUES =
            Set.of(("--proxy --cacert --cert --key --proxy-user --cookie --cookie-jar"
                            + " --referer --retry-delay --retry-max-time --max-redirs --config --output --write-out"
                            + " --connect-timeout --max-time --resolve --retry --user-agent --noproxy")
                    .split(" "));
    private static final Set<String> WGET_VALUES =
            Set.of(("--method --header --body-data --post-data --body-file --post-file"
                            + " -O -o -a -t -T -U --timeout --tries --ca-certificate --user-agent")
                    .split(" "));

    private final List<String> words;
    private final Draft draft = new Draft();
    private final ObjectNode content = JsonNodeFactory.instance.objectNode();
    private boolean query;

    private CommandLine(List<String> words) {
        this.words = words;
    }

    /** The request of a command, or null when the line is none. */
    static @Nullable Draft parse(String line) {
        Sent sent = parse(line, new Names(true));
        return sent == null ? null : sent.draft();
    }

    /** The same, with the variables that stand before it. */
    static @Nullable Sent parse(String line, Names names) {
        String command = withoutPrompt(line);
        int end = command.indexOf(' ');
        String program = end <= 0 ? "" : command.substring(0, end);
        if (PowerShellCommand.is(program.toLowerCase(Locale.ROOT))) {
            return PowerShellCommand.read(command, 0, names);
        }
        Sent sent = isProgram(program) ? parse(ShellWords.split(command, names), names) : null;
        // A sentence may begin with the tool's name; a command names an address, if only on its next line.
        return sent == null || (!sent.isKnown() && !continues(line)) ? null : sent;
    }

    private static boolean isProgram(String word) {
        return switch (word) {
            case "curl", "curl.exe", "wget", "http", "https", "xh", "xhs", "az" -> true;
            default -> false;
        };
    }

    /** The request of a command that a shell has taken apart, or null when it is none. */
    static @Nullable Sent parse(List<String> words, Names names) {
        CommandLine line = new CommandLine(words);
        String program = words.isEmpty() ? "" : words.get(0);
        Draft draft = switch (program) {
            case "curl", "curl.exe" -> line.curl();
            case "wget" -> line.wget();
            case "az" -> words.size() > 2 && words.get(1).equals("rest") ? line.azRest() : null;
            case "http", "https", "xh", "xhs" -> line.httpie(program);
            default -> null;
        };
        if (draft == null) {
            return null;
        }
        Sent sent = new Sent(draft, names);
        sent.graph(program.equals("az"));
        return sent;
    }

    /** A command, and the line that it ends on. */
    public record Typed(Draft draft, int last) {}

    /** The command that begins on a line and may go on over several; null when none does. */
    public static @Nullable Typed at(List<String> lines, int first) {
        Draft begun = parse(lines.get(first));
        if (begun == null) {
            return null;
        }
        int last = lastLine(lines, first);
        Draft whole = parse(join(lines, first, last));
        return new Typed(whole != null ? whole : begun, last);
    }

    /** The last line of a command that continues over line ends. */
    static int lastLine(List<String> lines, int first) {
        int last = first;
        while (last + 1 < lines.size() && (continues(lines.get(last)) || isQuoteOpen(join(lines, first, last)))) {
            last++;
            boolean answered = Texts.statusLine(lines.get(last)) != Draft.UNKNOWN;
            if (answered || last - first > 60) {
                return first;
            }
        }
        return last;
    }

    private static boolean continues(String line) {
        String end = Texts.trimEnd(line);
        return end.endsWith(" \\") || end.endsWith(" `") || end.endsWith(" ^");
    }

    private static boolean isQuoteOpen(String command) {
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote != 0;
    }

    static String join(List<String> lines, int first, int last) {
        StringBuilder command = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String line = lines.get(i);
            boolean joined = i < last && continues(line);
            String end = Texts.trimEnd(line);
            command.append(joined ? end.substring(0, end.length() - 1) : line).append(joined || i == last ? "" : "\n");
        }
        return command.toString();
    }

    private static String withoutPrompt(String line) {
        String text = line.strip();
        for (String end : new String[] {"$ ", "# ", "% ", "> ", "+ ", "❯ ", "➜ "}) {
            int at = text.indexOf(end);
            if (at == 0 || (at > 0 && at < 80 && isPrompt(text.substring(0, at)))) {
                return text.substring(at + 2).strip();
            }
        }
        return text;
    }

    /** {@code user@host:~/folder}, {@code PS C:\work} and the like. */
    private static boolean isPrompt(String text) {
        return text.startsWith("PS ") || text.indexOf('@') > 0 || text.indexOf(":\\") == 1;
    }

    /** The request; a sentence that begins with the name is none. */
    private @Nullable Draft curl() {
        if (words.size() < 2 || (!words.get(1).startsWith("-") && !looksLikeUrl(words.get(1)))) {
            return null;
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--")) {
                i += curlLong(word, i + 1 < words.size() ? words.get(i + 1) : "");
            } else if (word.startsWith("-") && word.length() > 1) {
                i += curlShort(word, i + 1 < words.size() ? words.get(i + 1) : "");
            } else if (endsCommand(word)) {
                break;
            } else if (looksLikeUrl(word) && (draft.url == null || (!Texts.isUrl(draft.url) && Texts.isUrl(word)))) {
                draft.url = word;
            }
        }
        if (query && draft.requestBody != null && draft.url != null) {
            draft.url += (draft.url.indexOf('?') >= 0 ? "&" : "?") + draft.requestBody;
            draft.requestBody = null;
        }
        if (draft.method == null) {
            draft.method = draft.requestBody == null ? "GET" : "POST";
        }
        return draft;
    }

    private static boolean endsCommand(String word) {
        return word.equals("|") || word.equals("&&") || word.equals("||") || word.equals(";");
    }

    private static boolean looksLikeUrl(String word) {
        int colon = word.indexOf(':');
        boolean port = colon >= 0 && colon < word.length() - 1;
        return word.indexOf('.') > 0 || word.indexOf('/') >= 0 || port || ShellWords.isBlank(word);
    }

    /** How many further words the option took. */
    private int curlShort(String word, String next) {
        for (int i = 1; i < word.length(); i++) {
            char option = word.charAt(i);
            if (option == 'I') {
                draft.method = "HEAD";
            }
            query |= option == 'G';
            if (CURL_OPTIONS_WITH_VALUE.indexOf(option) >= 0) {
                boolean attached = i + 1 < word.length();
                curlOption(option, attached ? word.substring(i + 1) : next);
                return attached ? 0 : 1;
            }
        }
        return 0;
    }

    private int curlLong(String word, String next) {
        return switch (word) {
            case "--request" -> curlOption('X', next);
            case "--header" -> curlOption('H', next);
            case "--data", "--data-raw", "--data-binary", "--data-ascii" -> curlOption('d', next);
            case "--data-urlencode" -> curlOption('d', encoded(next));
            case "--json" -> {
                draft.requestHeaders.add(new Headers.Field("Content-Type", "application/json"));
                draft.requestHeaders.add(new Headers.Field("Accept", "application/json"));
                yield curlOption('d', next);
            }
            case "--get" -> {
                query = true;
                yield 0;
            }
            case "--user" -> curlOption('u', next);
            case "--oauth2-bearer" -> {
                draft.requestHeaders.add(new Headers.Field("Authorization", "Bearer " + next));
                yield 1;
            }
            case "--url" -> {
                draft.url = next;
                yield 1;
            }
            case "--head" -> {
                draft.method = "HEAD";
                yield 0;
            }
            default -> CURL_VALUES.contains(word) ? 1 : 0;
        };
    }

    /** {@code name=content}: curl encodes what follows the equals sign. */
    private static String encoded(String value) {
        int equals = value.indexOf('=');
        String content = URLEncoder.encode(value.substring(equals + 1), StandardCharsets.UTF_8);
        return value.substring(0, Math.max(0, equals + 1)) + content.replace("+", "%20");
    }

    private int curlOption(char option, String value) {
        switch (option) {
            case 'X' -> draft.method = value.toUpperCase(Locale.ROOT);
            case 'H' -> {
                draft.partial |= value.startsWith("@") || ShellWords.isBlank(value);
                Answers.header(draft.requestHeaders, value);
            }
            case 'u' -> draft.requestHeaders.add(new Headers.Field("Authorization", "Basic [masked]"));
            case 'd' -> draft.requestBody = draft.requestBody == null ? value : draft.requestBody + "&" + value;
            default -> {}
        }
        return 1;
    }

    private @Nullable Draft httpie(String program) {
        StringBuilder query = new StringBuilder();
        boolean data = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            String method = word.toUpperCase(Locale.ROOT);
            if (word.startsWith("-")) {
                continue;
            }
            if (draft.url == null && draft.method == null && Texts.isMethod(method)) {
                draft.method = method;
            } else if (draft.url == null) {
                if (!isAddress(word)) {
                    return null;
                }
                draft.url = httpieUrl(word, program);
            } else {
                data |= httpieItem(word, query);
            }
        }
        if (draft.url != null && query.length() > 0) {
            draft.url += (draft.url.indexOf('?') >= 0 ? "&" : "?") + query.substring(1);
        }
        if (draft.method == null) {
            draft.method = data ? "POST" : "GET";
        }
        draft.requestBody = data ? JsonWriter.compactText(content) : null;
        return draft.url == null ? null : draft;
    }

    /** {@code HTTP 400 Bad Request} and {@code http status: 403} are no commands: an address has a dot, a slash or a port. */
    private static boolean isAddress(String word) {
        boolean port = word.startsWith(":") && word.length() > 1;
        boolean name = word.indexOf('.') > 0 || word.indexOf('/') > 0 || word.startsWith("localhost");
        return port || (name && !word.endsWith(":") && !word.endsWith("."));
    }

    private static String httpieUrl(String word, String program) {
        String scheme = program.endsWith("s") ? "https://" : "http://";
        if (Texts.isUrl(word)) {
            return word;
        }
        if (word.startsWith(":")) {
            return scheme + "localhost" + (word.startsWith(":/") ? word.substring(1) : word);
        }
        return scheme + word;
    }

    /** Whether the item is part of a body. */
    private boolean httpieItem(String word, StringBuilder query) {
        int equals = word.indexOf('=');
        int colon = word.indexOf(':');
        if (equals > 0 && word.startsWith("==", equals)) {
            query.append('&').append(word, 0, equals).append('=').append(word, equals + 2, word.length());
            return false;
        }
        boolean header = colon > 0 && (equals < 0 || colon < equals) && !word.startsWith(":=", colon);
        if (header) {
            Answers.header(draft.requestHeaders, word);
        } else if (equals > 0) {
            boolean raw = word.charAt(equals - 1) == ':';
            JsonNode value = new TextNode(word.substring(equals + 1));
            content.set(
                    word.substring(0, raw ? equals - 1 : equals),
                    raw ? Json.readLeniently(value.asText()).node() : value);
        }
        return !header && equals > 0;
    }

    /** Wget takes a value behind an equals sign or as the next word. */
    private Draft wget() {
        for (int i = 1; i < words.size() && !endsCommand(words.get(i)); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String option = equals < 0 ? word : word.substring(0, equals);
            boolean takes = WGET_VALUES.contains(option);
            String value = equals > 0 ? word.substring(equals + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            i += takes && equals < 0 ? 1 : 0;
            switch (option) {
                case "--method" -> draft.method = value.toUpperCase(Locale.ROOT);
                case "--header" -> Answers.header(draft.requestHeaders, value);
                case "--body-data", "--post-data" -> draft.requestBody = value;
                case "--body-file", "--post-file" -> draft.requestBody = "@" + value;
                case "--spider" -> draft.method = "HEAD";
                default -> draft.url = !word.startsWith("-") && looksLikeUrl(word) ? word : draft.url;
            }
        }
        draft.method = draft.method != null ? draft.method : draft.requestBody == null ? "GET" : "POST";
        return draft;
    }

    /** {@code az rest --method patch --url … --headers "Accept=application/json" --body '…'}. */
    private Draft azRest() {
        String option = "";
        for (String word : words.subList(2, words.size())) {
            if (endsCommand(word)) {
                break;
            }
            if (word.startsWith("-")) {
                option = word;
                continue;
            }
            switch (option) {
                case "--method", "-m" -> draft.method = word.toUpperCase(Locale.ROOT);
                case "--url", "--uri", "-u" -> draft.url = word;
                case "--body", "-b" -> draft.requestBody = word;
                case "--headers" -> azHeader(word);
                default -> {}
            }
        }
        draft.method = draft.method == null ? "GET" : draft.method;
        return draft;
    }

    private void azHeader(String word) {
        int equals = word.indexOf('=');
        if (word.startsWith("{\"")) {
            RecordValues.headers(Json.readLeniently(word).node(), draft.requestHeaders);
        } else if (word.startsWith("@") || equals < 0) {
            draft.partial = true;
        } else {
            Answers.header(draft.requestHeaders, word.substring(0, equals) + ":" + word.substring(equals + 1));
        }
    }
}
