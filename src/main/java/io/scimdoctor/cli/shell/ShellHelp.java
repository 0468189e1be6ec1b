package io.scimdoctor.cli.shell;

/** What {@code help} says of the shell itself, behind the list of the commands. */
final class ShellHelp {
    static final String TEXT = """

            In the shell:
              paste an answer, a request or a token   it is diagnosed at once
              paste              the same where a terminal cannot tell a paste from
                                 typing; Ctrl-D ends it
              use profile NAME   use token FILE   use run ID   use   use nothing
                                 what later commands go by; their options win
              ticket             write the ticket of this session's answers and runs
              exit               leave; Ctrl-D does too. Ctrl-C ends a command

            Commands are written without scimdoctor. Quotes hold a word together, \\ and !
            mean themselves, and a filter is written as it is:
              lint filter userName eq "ana@contoso.example"
            """;

    private ShellHelp() {}
}
