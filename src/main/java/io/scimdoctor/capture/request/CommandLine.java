package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.record.RecordValues;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads the request out of a pasted command: curl, wget, HTTPie, az rest, Invoke-RestMethod. */
public final class CommandLine {
    private static final Set<String> PROGRAMS = Set.of("curl", "curl.exe", "wget", "http", "https", "xh", "xhs", "az");

    /** What an option says of the request, by its name; these options take no value. */
    private static final Set<String> FLAGS = Set.of("get", "head", "fields", "none");

    /** An item of HTTPie: {@code Name:value}, {@code name==value}, {@code name=value} or {@code name:=json}. */
    private static final LatePattern ITEM = LatePattern.of("(?s)([^:=]++)(==|:=|=|:)(.*+)");
    /** {@code user@host:~/folder$}, {@code PS C:\work>} and the like. */
    private static final LatePattern PROMPT = LatePattern.of(RequestScan.FORMS.get("PROMPT"));

    /** {@code $r = } in front of a command of PowerShell. */
    private static final LatePattern ASSIGNED = LatePattern.of("^\\$[\\w:]{1,40}+ ?= ?(?=Invoke-|ir?wr |irm )");

    private final List<String> words;
    private final Sent sent;
    private final Draft draft;
    private boolean query;

    private CommandLine(List<String> words, Names names) {
        this.words = words;
        this.sent = new Sent(names);
        this.draft = sent.draft;
    }

    /** The request of a command, or null when the line is none. */
    static @Nullable Sent parse(String line, Names names) {
        String command = ASSIGNED.matcher(withoutPrompt(line)).replaceFirst("");
        String program = command.substring(0, Math.max(0, command.indexOf(' ')));
        if (PowerShellCommand.PROGRAMS.contains(program.toLowerCase(Locale.ROOT))) {
            return PowerShellCommand.read(command, 0, names);
        }
        Sent sent = PROGRAMS.contains(program) ? parse(ShellWords.split(command, names), names) : null;
        // A sentence may begin with the tool's name; a command names an address, if only on its next line.
        return sent == null || (!sent.isKnown() && !continues(line)) ? null : sent;
    }

    /** The request of a command that a shell has taken apart, or null when it is none. */
    static @Nullable Sent parse(List<String> words, Names names) {
        String program = words.isEmpty() ? "" : words.get(0);
        if (!PROGRAMS.contains(program) || words.size() < 2) {
            return null;
        }
        CommandLine line = new CommandLine(words, names);
        boolean az = program.equals("az");
        boolean read = switch (program) {
            case "curl", "curl.exe" -> line.options("curl", 1);
            case "wget" -> line.options("wget", 1);
            case "az" -> words.get(1).equals("rest") && line.options("az", 2);
            default -> line.items(program);
        };
        if (!read) {
            return null;
        }
        line.sent.methodUnlessKnown(line.draft.requestBody == null || az ? "GET" : "POST");
        line.sent.added = az;
        return line.sent;
    }

    /** A command, and the line that it ends on. */
    public record Typed(Draft draft, int last) {}

    /** The command that begins on a line and may go on over several; null when none does. */
    public static @Nullable Typed at(List<String> lines, int first) {
        Sent begun = parse(lines.get(first), new Names(true));
        if (begun == null) {
            return null;
        }
        int last = lastLine(lines, first);
        Sent whole = parse(join(lines, first, last), new Names(true));
        return new Typed((whole == null ? begun : whole).draft, last);
    }

    /** The last line of a command that continues over line ends. */
    static int lastLine(List<String> lines, int first) {
        int last = first;
        while (last + 1 < lines.size()
                && !isQuoted(lines.get(first).strip())
                && (continues(lines.get(last)) || ShellWords.isOpen(join(lines, first, last)))) {
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

    static String join(List<String> lines, int first, int last) {
        String joined = String.join("\n", lines.subList(first, last + 1)).replaceAll("(?<= )[\\\\`^]\\h*+\r?\n", "");
        // Windows' shell escapes with a caret, also quotes.
        return joined.contains("^\"") ? joined.replaceAll("\\^(.)", "$1") : joined;
    }

    /** Whether backticks stand around a command, whatever is left open within. */
    private static boolean isQuoted(String text) {
        return text.length() > 2 && text.startsWith("`") && text.endsWith("`");
    }

    private static String withoutPrompt(String line) {
        String text = line.strip();
        text = isQuoted(text) ? text.substring(1, text.length() - 1) : text;
        Matcher prompt = PROMPT.matcher(text);
        return prompt.lookingAt() ? text.substring(prompt.end()).strip() : text;
    }

    /** Reads what stands behind the name of the program; false for a sentence that begins with that name. */
    private boolean options(String tool, int first) {
        if (first == 1 && !words.get(1).startsWith("-") && !looksLikeUrl(words.get(1))) {
            return false;
        }
        String last = "none";
        for (int i = first; i < words.size() && !words.get(i).matches("\\||&&|\\|\\||;"); i++) {
            String word = words.get(i);
            if (word.startsWith("-") && word.length() > 1) {
                last = option(tool, word, i + 1 < words.size() ? words.get(i + 1) : null);
                i += FLAGS.contains(last) ? 0 : 1;
            } else if (last.equals("fields")) {
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
    private String option(String tool, String word, @Nullable String next) {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        int end = word.startsWith("--") ? (equals < 0 ? word.length() : equals) : 2;
        String role = Options.ROWS.getOrDefault(tool + word.substring(0, end), "none");
        boolean takes = !FLAGS.contains(role);
        String attached = equals >= 0 ? word.substring(equals + 1) : word.substring(end);
        if (!takes && equals < 0 && !attached.isEmpty()) {
            take(role, "");
            return option(tool, "-" + attached, next);
        }
        boolean own = equals >= 0 || !attached.isEmpty();
        take(role, own ? attached : next == null ? "" : next);
        return takes && own ? "none" : role;
    }

    private void take(String role, String value) {
        switch (role) {
            case "header" -> {
                draft.partial |= value.startsWith("@") || ShellWords.isBlank(value);
                Answers.header(draft.requestHeaders, value);
            }
            case "json" -> {
                sent.header("Content-Type", "application/json");
                sent.header("Accept", "application/json");
                take("body", value);
            }
            case "file" -> take("body", "@" + value);
            case "encoded" -> take("body", encoded(value));
            case "password" -> sent.header("Authorization", "Basic [masked]");
            case "config" -> sent.skips("what the file of options adds");
            case "get" -> query = true;
            case "head" -> sent.method("HEAD");
            default -> sent.take(role, new TextNode(value), false);
        }
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
        if (!content.isEmpty()) {
            draft.requestBody = JsonWriter.compactText(content);
            sent.headerUnlessKnown("Content-Type", "application/json");
            sent.headerUnlessKnown("Accept", "application/json, */*;q=0.5");
        }
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
        // A balancer's log begins with the protocol and a time.
        boolean name = word.indexOf('.') > 0 || word.indexOf('/') > 0 || word.startsWith("localhost");
        return !Texts.isRecord(word) && (port || (name && !word.endsWith(":") && !word.endsWith(".")));
    }

    private static String address(String word, String program) {
        if (Texts.isUrl(word)) {
            return word;
        }
        String local = word.startsWith(":") ? "localhost" + (word.startsWith(":/") ? word.substring(1) : word) : word;
        return (program.endsWith("s") ? "https://" : "http://") + local;
    }

    /** Read when there is a command. */
    private static final class Options {
        static final Map<String, String> ROWS = Resource.rows(CommandLine.class, "options.txt");
    }
}
