package io.scimdoctor.manual;

import io.scimdoctor.finding.ExitCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the man pages: one for the program, and one for each command. The build fills in version and date. */
public record ManPages(Program program) {
    private static final String DATE = "@release.date@";
    private static final String VERSION = "@project.version@";
    private static final String SUMMARY = "find out why a call to the Microsoft Entra ID SCIM API failed";

    /** All pages by the names of their files. */
    public Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("scimdoctor.1", overview());
        program.groups().keySet().forEach(name -> pages.put("scimdoctor-" + name + ".1", group(name)));
        program.commands().forEach(command -> pages.put(name(command) + ".1", page(command)));
        return pages;
    }

    /** The page scimdoctor(1). */
    private String overview() {
        Roff roff = new Roff().title("scimdoctor", DATE, VERSION);
        roff.section("NAME").text("scimdoctor - " + SUMMARY);
        roff.section("SYNOPSIS").text("scimdoctor COMMAND [OPTIONS]");
        roff.section("DESCRIPTION")
                .text("Diagnoses failed calls, and says what happened, why, what to do, and who can do"
                        + " it. It works on the service itself, on captured answers, and on a simulator, and by itself makes no"
                        + " call that costs money.");
        roff.section("COMMANDS");
        for (CommandEntry command : program.commands()) {
            roff.entry(command.name(), command.summary());
        }
        roff.section("OPTIONS").entry("-h, --help", "Show the commands.").entry("-V, --version", "Print the version.");
        exitCodes(roff);
        files(roff);
        roff.section("EXAMPLES");
        roff.text("A whole diagnosis, without a tenant:").verbatim("scimdoctor check --simulate");
        roff.paragraph().text("Diagnose a captured answer:").verbatim("scimdoctor classify answer.txt");
        roff.paragraph().text("What an error means and what to do:").verbatim("scimdoctor explain 401");
        List<String> others = new ArrayList<>();
        for (CommandEntry command : program.commands()) {
            others.add(name(command) + "(1)");
        }
        return roff.section("SEE ALSO").text(String.join(", ", others)).toString();
    }

    /** The page of the commands that share their first word. */
    public String group(String name) {
        Roff roff = new Roff().title("scimdoctor-" + name, DATE, VERSION);
        roff.section("NAME")
                .text("scimdoctor-" + name + " - "
                        + name(String.valueOf(program.groups().get(name))));
        roff.section("SYNOPSIS").text("scimdoctor " + name + " COMMAND [OPTIONS]");
        roff.section("COMMANDS");
        List<String> pages = new ArrayList<>(List.of("scimdoctor(1)"));
        for (CommandEntry command : program.commands()) {
            if (command.name().startsWith(name + " ")) {
                roff.entry(command.name(), command.summary());
                pages.add(name(command) + "(1)");
            }
        }
        return roff.section("SEE ALSO").text(String.join(", ", pages)).toString();
    }

    /** The page of one command. */
    public String page(CommandEntry command) {
        ManualPage page = ManualPage.of(command);
        Roff roff = new Roff().title(name(command), DATE, VERSION);
        roff.section("NAME").text(name(command) + " - " + name(command.summary()));
        roff.section("SYNOPSIS").text(command.usage());
        roff.section("DESCRIPTION");
        for (int i = 0; i < page.paragraphs().size(); i++) {
            (i == 0 ? roff : roff.paragraph()).text(page.paragraphs().get(i));
        }
        if (!command.parameters().isEmpty()) {
            roff.entry(command.parameters().synopsis(), command.parameters().description());
        }
        roff.section("OPTIONS");
        Map<String, List<OptionEntry>> sections = command.sections();
        sections.forEach((section, options) -> {
            if (!section.isEmpty() && sections.size() > 1) {
                roff.subsection(section);
            }
            options.forEach(option ->
                    roff.entry(String.join(", ", option.names()) + option.assignment(), option.description()));
        });
        exitCodes(roff);
        files(roff);
        List<Candidate> variables = Variables.of(command);
        if (!variables.isEmpty()) {
            roff.section("ENVIRONMENT");
            variables.forEach(variable -> roff.entry(variable.value(), variable.description()));
        }
        examples(page, roff);
        return roff.section("SEE ALSO").text("scimdoctor(1)").toString();
    }

    private static void exitCodes(Roff roff) {
        roff.section("EXIT STATUS");
        for (ExitCode code : EnumSet.range(ExitCode.HEALTHY, ExitCode.TERMINATED)) {
            roff.entry(Integer.toString(code.number()), sentence(code.meaning()));
        }
    }

    private static void files(Roff roff) {
        roff.section("FILES");
        roff.entry(
                "$XDG_STATE_HOME/scimdoctor",
                "Recorded runs and watches, without secrets. Default: ~/.local/state/scimdoctor; on macOS"
                        + " ~/Library/Application Support/scimdoctor; on Windows %LOCALAPPDATA%.");
    }

    private static void examples(ManualPage page, Roff roff) {
        if (page.examples().isEmpty()) {
            return;
        }
        roff.section("EXAMPLES");
        for (int i = 0; i < page.examples().size(); i++) {
            Example example = page.examples().get(i);
            (i == 0 ? roff : roff.paragraph()).text(example.title() + ":");
            roff.verbatim("$ " + example.command() + "\n" + example.output());
        }
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** The name of a command's page, such as {@code scimdoctor-token-inspect}. */
    private static String name(CommandEntry command) {
        return "scimdoctor-" + command.name().replace(' ', '-');
    }

    /** As the lists of man pages want it: no capital and no full stop. */
    private static String name(String summary) {
        String first = summary.substring(0, 1).toLowerCase(Locale.ROOT);
        return first + summary.substring(1, summary.length() - 1);
    }
}
