package io.scimdoctor.check;

/** One step of a diagnosis. It leaves nothing behind but its result. */
interface Check {
    CheckInfo info();

    /**
     * @throws CallBudgetExhausted when it would have to make a call too many
     */
    CheckResult run(CheckContext context);
}
