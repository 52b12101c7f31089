// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.api.BackendException.Kind;
import org.nifiquantum.services.api.JobState;
import org.nifiquantum.services.api.JobStatus;
import org.nifiquantum.services.support.Effect;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.braket.model.BraketException;

class BraketCodecTest {

    private static final String TASK = "arn:aws:braket:us-east-1:123456789012:quantum-task/";

    @ParameterizedTest
    @CsvSource({
        "CREATED, QUEUED",
        "QUEUED, QUEUED",
        "RUNNING, RUNNING",
        "CANCELLING, RUNNING",
        "COMPLETED, SUCCEEDED",
        "FAILED, FAILED",
        "CANCELLED, CANCELLED",
        "PONDERING, RUNNING"
    })
    void everyStatusIsKnownOrOnItsWay(String theirs, JobStatus ours) {
        assertEquals(ours, BraketCodec.status(theirs));
    }

    /** The error table of the service model. */
    @ParameterizedTest
    @CsvSource({
        "ValidationException, 400, REJECTED", "ServiceQuotaExceededException, 402, RATE_LIMITED",
        "AccessDeniedException, 403, UNAUTHORISED", "ExpiredTokenException, 403, UNAUTHORISED",
        "ResourceNotFoundException, 404, UNKNOWN_JOB", "ConflictException, 409, REJECTED",
        "DeviceRetiredException, 410, REJECTED", "DeviceOfflineException, 424, UNAVAILABLE",
        "ThrottlingException, 429, RATE_LIMITED", "InternalServiceException, 500, UNAVAILABLE",
        "RequestTimeTooSkewed, 403, UNAVAILABLE", "NewException, 503, UNAVAILABLE"
    })
    void everyErrorHasItsKind(String code, int status, Kind kind) {
        BackendException error = BraketErrors.of(
                BraketException.builder()
                        .statusCode(status)
                        .requestId("r-1")
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("why")
                                .build())
                        .build(),
                "GetDevice",
                Effect.READ,
                List.of());
        assertEquals(kind, error.kind());
        assertEquals("GetDevice: HTTP %d %s: why (request r-1)".formatted(status, code), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, QUEUED, QUEUED", "QUEUED, SUCCEEDED, RUNNING", "RUNNING, SUCCEEDED, RUNNING",
        "SUCCEEDED, SUCCEEDED, SUCCEEDED", "SUCCEEDED, FAILED, FAILED", "RUNNING, CANCELLED, CANCELLED"
    })
    void aJobIsAsFarAsItsTasksTogether(JobStatus one, JobStatus other, JobStatus job) {
        assertEquals(
                job,
                BraketCodec.together("job", List.of(new JobState("a", one, ""), new JobState("b", other, "")))
                        .status());
    }

    @Test
    void aJobsIdNamesItsTasks() throws BackendException {
        BraketTasks tasks = new BraketTasks(List.of(TASK + "a-1", TASK + "b-2", TASK + "c-3"));
        assertEquals(TASK + "a-1,b-2,c-3", tasks.jobId());
        assertEquals(tasks, BraketTasks.of(tasks.jobId()));
        assertEquals(
                Kind.UNKNOWN_JOB,
                assertThrows(BackendException.class, () -> BraketTasks.of("job-4711"))
                        .kind());
    }

    @Test
    void tokensAreThoseOfTheJobAndItsParts() {
        assertEquals(64, BraketCodec.token("key", 0).length());
        assertEquals(BraketCodec.token("key", 0), BraketCodec.token("key", 0));
        assertNotEquals(BraketCodec.token("key", 0), BraketCodec.token("key", 1));
    }
}
