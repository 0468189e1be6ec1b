package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A status that no name announces: a number that stands where only a status does. */
final class WordedStatus {
    /** A status right behind an address. */
    private static final Pattern BEHIND = Pattern.compile(
            "[\"'`)\\]]{0,3}+\\s{0,3}+(?:[-=]{1,2}>|→|:|\\||returned|responded|status|with|\\(|HTTP/\\d\\.\\d\"?|\\s){0,4}+([1-5]\\d\\d)(?![\\w.]|[- ]?(?:ms|bytes?|kB)\\b| Can't connect to )");

    /** A time, the status, the bytes in front of the request, as HAProxy and Amazon's balancers write them; or no bytes. */
    private static final Sieve TIMED = new Sieve(
            "(?:/[+-]?\\d{1,9}+ |\\s-1 |\\d\\.\\d{1,9}+ |^)([1-5]\\d\\d) (?=(?:[+-]?\\d|- \\d)[^\"\\n]{1,400}+\"[A-Z]{3,8}+ |(?:"
                    + LinePieces.METHODS + ") (?:https?://|/))");

    /** A status behind an address, with words in any language before it and nothing but a body behind it. */
    private static final Pattern ENDED = Pattern.compile(
            "[^\\w/][^\\d\\n]{1,40}?[:：(（ ](20[0-4]|40\\d|41[0-5]|42[2-9]|50[0-4])[)）]?+(?=\\s{0,9}+$|[,，;；。:：]|\\s?\\{)(?<!(?:size|rows|items|count|total|length|took|page|in)[: ]{1,3}\\d{3})");

    private static final Pattern LAST = Pattern.compile("\\(([45]\\d\\d)\\)\\.?\\s{0,9}+$");

    /** PowerShell's message in any language: the class of commands it names, and a number in brackets. */
    private static final Pattern POWERSHELL =
            Pattern.compile("^\\s{0,9}+(?:Invoke-\\w{1,40}+|irm|iwr) ?: [^\\n]{0,200}?\\(([1-5]\\d\\d)\\)");

    private WordedStatus() {}

    /**
     * The first group of the match is the status.
     *
     * @param calledUpTo where the address ends that stands with its method; 0 without one
     */
    static @Nullable Matcher find(String line, int calledUpTo, boolean prose, boolean client) {
        Matcher timed = TIMED.in(line, 0);
        if (timed != null) {
            return timed;
        }
        Matcher behind = BEHIND.matcher(line).region(calledUpTo, line.length());
        if (calledUpTo > 0 && behind.lookingAt()) {
            return behind;
        }
        Matcher ended = ENDED.matcher(line).region(calledUpTo, line.length());
        if (calledUpTo > 0 && !prose && ended.lookingAt()) {
            return ended;
        }
        Matcher shell = POWERSHELL.matcher(line);
        Matcher last = LAST.matcher(line);
        return shell.find() ? shell : client && last.find() ? last : null;
    }
}
