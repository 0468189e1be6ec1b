package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.record.RecordValues;
import io.scimdoctor.capture.text.Texts;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the request out of a pasted command: curl, wget, HTTPie, az rest, Invoke-RestMethod. */
public final class CommandLine {
    /** What an option says of the request; those before {@code GET} take a value. */
    private enum Role {
        METHOD,
        URL,
        HEADER,
        BODY,
        FILE,
        ENCODED,
        JSON,
        PASSWORD,
        TOKEN,
        OTHER,
        GET,
        HEAD,
        /** All words that follow are header fields. */
        FIELDS,
        NONE
    }

    private static final Map<String, Role> CURL = options(
            "METHOD -X --request",
            "URL --url",
            "HEADER -H --header",
            "BODY -d --data --data-raw --data-binary --data-ascii",
            "ENCODED --data-urlencode",
            "JSON --json",
            "PASSWORD -u --user",
            "TOKEN --oauth2-bearer",
            "GET -G --get",
            "HEAD -I --head",
            "OTHER -o -w -A -e -b -c -x -m -T -F -E -U -K -C -D -P -Q -r -t -y -Y -z --proxy --cacert --cert --key"
                    + " --proxy-user --cookie --cookie-jar --referer --retry-delay --retry-max-time --max-redirs --config"
                    + " --output --write-out --connect-timeout --max-time --resolve --retry --user-agent --noproxy");
    private static final Map<String, Role> WGET = options(
            "METHOD --method",
            "HEADER --header",
            "BODY --body-data --post-data",
            "FILE --body-file --post-file",
            "HEAD --spider",
            "OTHER -O -o -a -t -T -U --timeout --tries --ca-certificate --user-agent");
    private static final Map<String, Role> AZ = options(
            "METHOD -m --method",
            "URL -u --url --uri",
            "BODY -b --body",
            "FIELDS --headers",
            "OTHER -o --output --output-file --query --resource --subscription --uri-parameters --url-parameters");

    /** An item of HTTPie: {@code Name:value}, {@code name==value}, {@code name=value} or {@code name:=json}. */
    private static final Pattern ITEM = Pattern.compile("([^:=]++)(==|:=|=|:)(.*+)", Pattern.DOTALL);
    /** {@code user@host:~/folder$}, {@code PS C:\work>} and the like. */
    private static final Pattern PROMPT = Pattern.compile(
            "(?:PS [^>\\n]{0,80}|[^@\\n]{1,60}@[^$#%>\\n]{0,60}" + "|[A-Za-z]:\\\\[^>\\n]{0,80})?+[$#%>+❯➜] ");

    private final List<String> words;
    private final Draft draft = new Draft();
    private boolean query;

    private CommandLine(List<String> words) {
        this.words = words;
    }

    private static Map<String, Role> options(String... rows) {
        Map<String, Role> options = new HashMap<>();
        for (String row : rows) {
            String[] names = row.split(" ");
            for (String name : names) {
                options.put(name, Role.valueOf(names[0]));
            }
        }
        return options;
    }

    /** The request of a command, or null when the line is none. */
    static @Nullable Draft parse(String line) {
        Sent sent = parse(line, new Names(true));
        return sent == null ? null : sent.draft();
    }

    /** The same, with the variables that stand before it. */
    static @Nullable Sent parse(String line, Names names) {
        String command = withoutPrompt(line);
        String program = command.substring(0, Math.max(0, command.indexOf(' ')));
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
        String program = words.isEmpty() ? "" : words.get(0);
        if (!isProgram(program) || words.size() < 2) {
            return null;
        }
        CommandLine line = new CommandLine(words);
        boolean az = program.equals("az");
        boolean read = switch (program) {
            case "curl", "curl.exe" -> line.options(CURL, 1);
            case "wget" -> line.options(WGET, 1);
            case "az" -> words.get(1).equals("rest") && line.options(AZ, 2);
            default -> line.items(program);
        };
        if (!read) {
            return null;
        }
        Sent sent = new Sent(line.draft, names);
        sent.methodUnlessKnown(line.draft.requestBody == null || az ? "GET" : "POST");
        sent.graph(az);
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
        String end = line.stripTrailing();
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
        return String.join("\n", lines.subList(first, last + 1)).replaceAll("(?<= )[\\\\`^]\\h*+\r?\n", "");
    }

    private static String withoutPrompt(String line) {
        String text = line.strip();
        Matcher prompt = PROMPT.matcher(text);
        return prompt.lookingAt() ? text.substring(prompt.end()).strip() : text;
    }

    /** Reads what stands behind the name of the program; false for a sentence that begins with that name. */
    private boolean options(Map<String, Role> options, int first) {
        if (first == 1 && !words.get(1).startsWith("-") && !looksLikeUrl(words.get(1))) {
            return false;
        }
        Role last = Role.NONE;
        for (int i = first; i < words.size() && !words.get(i).matches("\\||&&|\\|\\||;"); i++) {
            String word = words.get(i);
            if (word.startsWith("-") && word.length() > 1) {
                last = option(options, word, i + 1 < words.size() ? words.get(i + 1) : null);
                i += last.compareTo(Role.GET) < 0 ? 1 : 0;
            } else if (last == Role.FIELDS) {
                fields(word);
            } else if (looksLikeUrl(word) && (draft.url == null || (!Texts.isUrl(draft.url) && Texts.isUrl(word)))) {
                draft.url = word;
            }
        }
        if (query && draft.requestBody != null && draft.url != null) {
            addQuery(draft.requestBody);
            draft.requestBody = null;
        }
        return true;
    }

    private static boolean looksLikeUrl(String word) {
        int colon = word.indexOf(':');
        boolean port = colon >= 0 && colon < word.length() - 1;
        return word.indexOf('.') > 0 || word.indexOf('/') >= 0 || port || ShellWords.isBlank(word);
    }

    /** The role of an option that takes the next word; of several short ones in a word, of the last. */
    private Role option(Map<String, Role> options, String word, @Nullable String next) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        int end = word.startsWith("--") ? (equals < 0 ? word.length() : equals) : 2;
        Role role = options.getOrDefault(word.substring(0, end), Role.NONE);
        boolean takes = role.compareTo(Role.GET) < 0;
        String attached = equals >= 0 ? word.substring(equals + 1) : word.substring(end);
        if (!takes && equals < 0 && !attached.isEmpty()) {
            take(role, "");
            return option(options, "-" + attached, next);
        }
        boolean own = equals >= 0 || !attached.isEmpty();
        take(role, own ? attached : next == null ? "" : next);
        return takes && own ? Role.NONE : role;
    }

    private void take(Role role, String value) {
        switch (role) {
            case METHOD -> draft.method = value.toUpperCase(Locale.ROOT);
            case URL -> draft.url = value;
            case HEADER -> {
                draft.partial |= value.startsWith("@") || ShellWords.isBlank(value);
                Answers.header(draft.requestHeaders, value);
            }
            case JSON -> {
                header("Content-Type", "application/json");
                header("Accept", "application/json");
                body(value);
            }
            case BODY -> body(value);
            case FILE -> body("@" + value);
            case ENCODED -> body(encoded(value));
            case PASSWORD -> header("Authorization", "Basic [masked]");
            case TOKEN -> header("Authorization", "Bearer " + value);
            case GET -> query = true;
            case HEAD -> draft.method = "HEAD";
            case FIELDS, OTHER, NONE -> {}
        }
    }

    private void header(String name, String value) {
        draft.requestHeaders.add(new Headers.Field(name, value));
    }

    private void body(String value) {
        draft.requestBody = draft.requestBody == null ? value : draft.requestBody + "&" + value;
    }

    private void addQuery(String text) {
        draft.url += (String.valueOf(draft.url).indexOf('?') >= 0 ? "&" : "?") + text;
    }

    /** {@code name=content}: curl encodes what follows the equals sign. */
    private static String encoded(String value) {
        int content = value.indexOf('=') + 1;
        return value.substring(0, content) + Sent.encoded(value.substring(content));
    }

    /** Header fields of az: {@code Accept=application/json}, or all of them as JSON. */
    private void fields(String word) {
        int equals = word.indexOf('=');
        if (word.startsWith("{\"")) {
            RecordValues.headers(Json.readLeniently(word).node(), draft.requestHeaders);
        } else if (word.startsWith("@") || equals < 0) {
            draft.partial = true;
        } else {
            Answers.header(draft.requestHeaders, word.substring(0, equals) + ":" + word.substring(equals + 1));
        }
    }

    /** Reads the words of HTTPie. */
    private boolean items(String program) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (String word : words.subList(1, words.size())) {
            Matcher item = ITEM.matcher(word);
            if (word.startsWith("-")) {
                continue;
            }
            if (draft.url != null && item.matches()) {
                item(item.group(1), item.group(2), item.group(3), content);
            } else if (draft.url == null && draft.method == null && Texts.isMethod(word.toUpperCase(Locale.ROOT))) {
                draft.method = word.toUpperCase(Locale.ROOT);
            } else if (draft.url == null && isAddress(word)) {
                draft.url = address(word, program);
            } else if (draft.url == null) {
                return false;
            }
        }
        draft.requestBody = content.isEmpty() ? null : JsonWriter.compactText(content);
        return draft.url != null;
    }

    private void item(String name, String operator, String value, ObjectNode content) {
        switch (operator) {
            case ":" -> Answers.header(draft.requestHeaders, name + ":" + value);
            case "==" -> addQuery(name + "=" + value);
            case ":=" -> content.set(name, Json.readLeniently(value).node());
            default -> content.put(name, value);
        }
    }

    /** {@code HTTP 400 Bad Request} and {@code http status: 403} are no commands: an address has a dot, a slash or a port. */
    private static boolean isAddress(String word) {
        boolean port = word.startsWith(":") && word.length() > 1;
        boolean name = word.indexOf('.') > 0 || word.indexOf('/') > 0 || word.startsWith("localhost");
        return port || (name && !word.endsWith(":") && !word.endsWith("."));
    }

    private static String address(String word, String program) {
        if (Texts.isUrl(word)) {
            return word;
        }
        String local = word.startsWith(":") ? "localhost" + (word.startsWith(":/") ? word.substring(1) : word) : word;
        return (program.endsWith("s") ? "https://" : "http://") + local;
    }
}
