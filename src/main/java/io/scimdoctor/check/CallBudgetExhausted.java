package io.scimdoctor.check;

/** One more call would exceed what the user allows. */
final class CallBudgetExhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
