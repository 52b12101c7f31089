// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.command;

import org.nifiquantum.run.document.RunException;
import org.nifiquantum.runtime.flow.FlowException;
import org.nifiquantum.runtime.nifi.EnvironmentException;
import org.nifiquantum.runtime.rest.RestException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into a message and an exit code. Only what nobody foresaw shows a stack trace. */
final class Failures implements IExecutionExceptionHandler {

    /** A campaign has found what must not be. */
    static final int REFUTED = 1;

    /** The input cannot be used. */
    static final int INPUT = 3;

    /** The machine, the checkout or NiFi stands in the way. */
    static final int ENVIRONMENT = 4;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        int code = switch (failure) {
            case FlowException e -> INPUT;
            case RunException e -> INPUT;
            case EnvironmentException e -> ENVIRONMENT;
            case RestException e -> ENVIRONMENT;
            default -> throw failure;
        };
        command.getErr().println("quantum: " + failure.getMessage());
        command.getErr().flush();
        return code;
    }
}
