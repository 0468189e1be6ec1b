package io.scimdoctor.capture.request;

import java.util.regex.Matcher;

/** Reads one text in quotes, in the ways of JavaScript, Python and PowerShell, with the variables that are named in it. */
final class QuotedText {
    private final String text;
    private final Names names;
    private final boolean fields;
    private final char quote;
    private final StringBuilder value = new StringBuilder();
    private final String end;
    private int at;

    /** @param open where the quote stands; before it a letter says that braces name variables, or an at sign that lines follow */
    QuotedText(String text, int start, int open, Names names) {
        this.text = text;
        this.names = names;
        this.quote = text.charAt(open);
        String front = text.substring(start, open);
        this.fields = front.indexOf('f') >= 0 || front.indexOf('F') >= 0;
        String three = String.valueOf(quote).repeat(3);
        if (front.equals("@")) {
            int line = text.indexOf('\n', open);
            this.end = "\n" + quote + "@";
            this.at = line < 0 ? text.length() : line + 1;
        } else {
            this.end = text.startsWith(three, open) && quote != '`' ? three : String.valueOf(quote);
            this.at = open + end.length();
        }
    }

    int at() {
        return at;
    }

    String read() {
        while (at < text.length() && (isDoubled() || !text.startsWith(end, at))) {
            character(text.charAt(at));
        }
        at = Math.min(text.length(), at + end.length());
        return value.toString();
    }

    /** PowerShell doubles a quote that is meant as such. */
    private boolean isDoubled() {
        return names.isPowerShell() && end.length() == 1 && text.startsWith(end + end, at);
    }

    private void character(char c) {
        boolean escape = names.isPowerShell() ? c == '`' && quote == '"' : c == '\\';
        if (isDoubled()) {
            value.append(quote);
            at += 2;
        } else if (escape && at + 1 < text.length()) {
            escaped(text.charAt(at + 1));
            at += 2;
        } else if (c == '$' && names.isPowerShell() && quote == '"') {
            variable();
        } else if (quote == '`' && text.startsWith("${", at)) {
            braces(at + 2);
        } else if (c == '{' && fields && !text.startsWith("{{", at)) {
            braces(at + 1);
        } else {
            value.append(c);
            at += fields && (text.startsWith("{{", at) || text.startsWith("}}", at)) ? 2 : 1;
        }
    }

    private void escaped(char c) {
        int control = "nrt".indexOf(c);
        if (control >= 0) {
            value.append("\n\r\t".charAt(control));
        } else if (c != '\n' && c != '\r') {
            value.append(c);
        }
    }

    /** A variable in braces, or what is computed there. */
    private void braces(int start) {
        int close = text.indexOf('}', start);
        int stop = close < 0 ? text.length() : close;
        value.append(names.text(text.substring(start, stop).trim()));
        at = Math.min(text.length(), stop + 1);
    }

    private void variable() {
        Matcher variable = Names.VARIABLE.matcher(text).region(at, text.length());
        if (variable.lookingAt()) {
            String found = variable.group();
            boolean bare = "({".indexOf(found.charAt(1)) < 0;
            value.append(names.text(
                    bare ? found : found.substring(2, found.length() - 1).trim()));
            at = variable.end();
        } else {
            value.append(text.charAt(at++));
        }
    }
}
