package io.scimdoctor.lint.rule;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.finding.Severity;

/** How certain it is that a broken rule makes a call fail; the first is the worst. */
public enum Grade implements Slugged {
    /** The service refuses it, by its documentation or by observation. */
    ERROR,
    /** It is likely to fail or not to do what was meant; the sources do not agree or do not say. */
    WARNING,
    /** Worth knowing; the call works. */
    NOTE;

    /** The same in the words of a diagnosis. */
    public Severity severity() {
        return switch (this) {
            case ERROR -> Severity.FAIL;
            case WARNING -> Severity.WARN;
            case NOTE -> Severity.INFO;
        };
    }
}
