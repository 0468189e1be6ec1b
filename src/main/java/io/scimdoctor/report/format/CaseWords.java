package io.scimdoctor.report.format;

import io.scimdoctor.exchange.Beginning;
import io.scimdoctor.finding.Confidence;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.finding.FailedRequest;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.finding.Told;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What sets one case of a finding apart from another: its reason, its call, and the facts that are compared. */
public final class CaseWords {
    private static final String BEGUN = " answered with status ";

    private static final Patterns FACTS = Resource.patterns(CaseWords.class, "facts.patterns");
    private static final Set<String> BESIDE = Set.copyOf(FACTS.words("BESIDE"));

    private static final Set<String> OF_ROUTE = Set.copyOf(FACTS.words("OF_ROUTE"));
    private static final Set<String> OF_ANY_TOKEN = Set.copyOf(FACTS.words("OF_ANY_TOKEN"));

    private CaseWords() {}

    /** Why this call failed, in a few words; empty where the title says it all. */
    public static Told reason(Finding finding) {
        for (String name : List.of("least missing role", "least role", "needs one of")) {
            Told role = finding.fact(name);
            if (role != null && !role.seen().equals("none")) {
                return role.between("needs ", "");
            }
        }
        Told said = rule(finding);
        for (String name : List.of("retry after", "fault", "trouble", "missing", "base URL", "path", "host")) {
            Told fact = finding.fact(name);
            if (said == null && fact != null) {
                said = name.equals("retry after") ? fact.between("retry after ", " s") : fact;
            }
        }
        Told detail = finding.fact("detail");
        if (detail == null) {
            return said == null ? Told.own("") : said;
        }
        Told sentence = new Told(once(detail.seen()), once(detail.handedOn())).between("\"", "\"");
        return said == null ? sentence : said.then(sentence.between(" ", ""));
    }

    /** In one line, and what is said twice once: the title of a web page is often its first heading too. */
    public static String once(String text) {
        String line = text.replaceAll("\\s+", " ");
        for (int at = line.indexOf(' ', 5); at > 0 && at < line.length() / 2 + 1; at = line.indexOf(' ', at + 1)) {
            if (line.startsWith(line.substring(0, at), at + 1)) {
                return line.substring(at + 1);
            }
        }
        return line;
    }

    /** The words of a line that have room. */
    public static String beginning(String line, int room, Style style) {
        return line.length() <= room
                ? line
                : Beginning.of(line, Math.max(line.lastIndexOf(' ', room), room * 3 / 4)) + style.dots();
    }

    /** The rule that the request breaks, without its id. */
    public static @Nullable Told rule(Finding finding) {
        Told rule = finding.fact("breaks rule");
        return rule == null ? null : new Told(behindColon(rule.seen()), behindColon(rule.handedOn()));
    }

    private static String behindColon(String text) {
        return text.substring(text.indexOf(": ") + 2);
    }

    /** The role that is missing or the rule that is broken, or else the title. */
    public static Told headline(Finding finding) {
        Told role = finding.fact("least missing role");
        Told rule = rule(finding);
        if (role != null && finding.id().equals("permission-missing")) {
            return role.between("Missing permission: ", "");
        }
        return rule == null ? Told.own(finding.title()) : new Told(sentence(rule.seen()), sentence(rule.handedOn()));
    }

    private static String sentence(String words) {
        // The names of attributes and parameters stay as they are.
        return words.matches("[a-z]+ .*") ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) : words;
    }

    /** Method, path with query, status and Microsoft's name for the error. */
    public static Told call(Finding finding) {
        Told asked = asked(finding);
        return asked.isEmpty() ? Told.own(outcome(finding)) : asked.between("", "  " + outcome(finding));
    }

    /** Method and path with query; empty where no call is known. */
    public static Told asked(Finding finding) {
        FailedRequest request = finding.request();
        Told path = request == null ? null : path(request.url());
        String method = request == null || request.method() == null ? "" : request.method();
        return path == null ? Told.own(method) : path.between(method.isEmpty() ? "" : method + " ", "");
    }

    /** Status and Microsoft's name for the error, or what the service would say to a call that was not made. */
    public static String outcome(Finding finding) {
        FailedRequest request = finding.request();
        Integer status = request == null ? finding.httpStatus() : request.status();
        boolean named = !finding.error().equals("Unknown");
        if (status == null && request == null) {
            return named ? "not sent: the service would answer " + finding.error() : "";
        }
        return (status == null ? unanswered(finding) : "HTTP " + status) + (named ? "  " + finding.error() : "");
    }

    /** Of an answer that was given up, its status, which the fault names; of another one no status was captured. */
    private static String unanswered(Finding finding) {
        Told fault = finding.fact("fault");
        int at = fault == null ? -1 : fault.seen().indexOf(BEGUN);
        if (fault == null || at < 0) {
            return fault == null ? "no status" : "no answer";
        }
        int end = Math.min(at + BEGUN.length() + 3, fault.seen().length());
        String whatThen = finding.id().equals("redirect-other-host") ? ", not followed" : ", cut off";
        return "HTTP " + fault.seen().substring(at + BEGUN.length(), end) + whatThen;
    }

    /** The path with its query, without scheme and host. */
    public static @Nullable Told path(@Nullable Told url) {
        return url == null ? null : new Told(path(url.seen()), path(url.handedOn()));
    }

    private static String path(String url) {
        int scheme = url.indexOf("://");
        int slash = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : url.substring(slash);
    }

    /** Who fixes it, and in which tenant. */
    public static Told who(Finding finding) {
        Owner owner = finding.owner();
        Told named = finding.fact("tenant");
        Told tenant = named == null ? finding.fact("token tenant") : named;
        return owner.isInTenant() && tenant != null
                ? tenant.between(owner.person() + ", tenant ", "")
                : Told.own(owner.person());
    }

    /** The facts to compare, such as what the token has and what the call needs. */
    public static List<Evidence> compared(Finding finding) {
        List<Evidence> facts = new ArrayList<>();
        for (Evidence item : finding.evidence()) {
            if (isCompared(item, finding)) {
                boolean seconds =
                        item.name().equals("retry after") && item.value().seen().matches("[0-9]+");
                facts.add(
                        new Evidence(label(item.name()), seconds ? item.value().between("", " s") : item.value()));
            }
        }
        return facts;
    }

    private static boolean isCompared(Evidence item, Finding finding) {
        String id = finding.id();
        String name = item.name();
        boolean route = finding.owner() == Owner.NETWORK
                || (finding.confidence() != Confidence.CERTAIN && finding.fact("request id") == null);
        return switch (name) {
            case "least missing role" -> !item.value().seen().equals("none");
            case "token roles" -> finding.fact("operation") != null || id.equals("permission-missing");
            case "accept sent" -> id.startsWith("accept-");
            case "content type sent" -> id.startsWith("content-type");
            case "authorization sent" -> id.equals("token-missing");
            default ->
                (!BESIDE.contains(name) || (route && OF_ROUTE.contains(name)))
                        && (!OF_ANY_TOKEN.contains(name) || (id.startsWith("token-") && !id.equals("token-missing")));
        };
    }

    private static String label(String name) {
        return switch (name) {
            case "token roles" -> "token has";
            case "least missing role", "needs one of" -> "needs";
            case "in the request" -> "where";
            default -> name;
        };
    }
}
