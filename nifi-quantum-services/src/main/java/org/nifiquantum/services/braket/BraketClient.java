// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.nifiquantum.services.api.BackendException;
import org.nifiquantum.services.support.Effect;
import org.nifiquantum.services.support.HttpTransport;
import org.nifiquantum.services.support.Secret;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.braket.model.CreateQuantumTaskRequest;
import software.amazon.awssdk.services.braket.model.CreateQuantumTaskResponse;
import software.amazon.awssdk.services.braket.model.GetDeviceResponse;
import software.amazon.awssdk.services.braket.model.GetQuantumTaskResponse;
import software.amazon.awssdk.services.braket.model.SearchQuantumTasksFilter;
import software.amazon.awssdk.services.braket.model.SearchQuantumTasksFilterOperator;
import software.amazon.awssdk.services.braket.model.SearchQuantumTasksRequest;
import software.amazon.awssdk.services.braket.model.SearchQuantumTasksResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Braket's interface and what of S3 and STS belongs to it: one method for each thing that is asked, each one exchange. */
final class BraketClient implements AutoCloseable {

    /** How many tasks one filter can name. */
    static final int MOST_TASKS = 10;

    private static final int PAGE = 100;

    private final software.amazon.awssdk.services.braket.BraketClient braket;
    private final S3Client s3;
    private final StsClient sts;
    private final BraketCredentials credentials;
    private final URI base;

    /**
     * Where the services are.
     *
     * @param braket empty for AWS's own address, as the others
     */
    record Endpoints(Region region, Optional<URI> braket, Optional<URI> s3, Optional<URI> sts) {}

    BraketClient(Endpoints endpoints, BraketCredentials.Settings credentialSettings, HttpTransport transport) {
        SdkTransport http = new SdkTransport(transport);
        credentials = BraketCredentials.open(
                credentialSettings,
                role -> client(StsClient.builder(), endpoints.sts(), endpoints.region(), role)
                        .httpClient(http)
                        .build());
        AwsCredentialsProvider provider = credentials.provider();
        Region region = endpoints.region();
        braket = client(
                        software.amazon.awssdk.services.braket.BraketClient.builder(),
                        endpoints.braket(),
                        region,
                        provider)
                .httpClient(http)
                .build();
        s3 = client(S3Client.builder(), endpoints.s3(), region, provider)
                .forcePathStyle(endpoints.s3().isPresent())
                .httpClient(http)
                .build();
        sts = client(StsClient.builder(), endpoints.sts(), region, provider)
                .httpClient(http)
                .build();
        base = endpoints.braket().orElseGet(() -> URI.create("https://braket.%s.amazonaws.com".formatted(region.id())));
    }

    /** Repeating is the business of one place, and that is not the SDK. */
    private static <B extends AwsClientBuilder<B, C>, C> B client(
            B builder, Optional<URI> endpoint, Region region, AwsCredentialsProvider provider) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(provider)
                .overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    GetDeviceResponse device(String arn) throws BackendException {
        return make("GetDevice", Effect.READ, () -> braket.getDevice(request -> request.deviceArn(arn)));
    }

    CreateQuantumTaskResponse create(CreateQuantumTaskRequest task) throws BackendException {
        return make("CreateQuantumTask", Effect.SUBMISSION, () -> braket.createQuantumTask(task));
    }

    GetQuantumTaskResponse task(String arn) throws BackendException {
        return make(
                "GetQuantumTask",
                Effect.READ,
                () -> braket.getQuantumTask(
                        request -> request.quantumTaskArn(arn).additionalAttributeNamesWithStrings("QueueInfo")));
    }

    /** The tasks with these ARNs, {@link #MOST_TASKS} at most, that Braket knows, in any order. */
    SearchQuantumTasksResponse tasks(List<String> arns) throws BackendException {
        return search(request("quantumTaskArn", arns).build());
    }

    /** A page of all tasks on a device. */
    SearchQuantumTasksResponse page(String deviceArn, Optional<String> next) throws BackendException {
        return search(request("deviceArn", List.of(deviceArn))
                .nextToken(next.orElse(null))
                .build());
    }

    private static SearchQuantumTasksRequest.Builder request(String name, List<String> values) {
        SearchQuantumTasksFilter filter = SearchQuantumTasksFilter.builder()
                .name(name)
                .operator(SearchQuantumTasksFilterOperator.EQUAL)
                .values(values)
                .build();
        return SearchQuantumTasksRequest.builder().filters(filter).maxResults(PAGE);
    }

    private SearchQuantumTasksResponse search(SearchQuantumTasksRequest request) throws BackendException {
        return make("SearchQuantumTasks", Effect.READ, () -> braket.searchQuantumTasks(request));
    }

    void cancel(String arn) throws BackendException {
        make(
                "CancelQuantumTask",
                Effect.CHANGE,
                () -> braket.cancelQuantumTask(request -> request.quantumTaskArn(arn)));
    }

    /** What Braket has written into the bucket. */
    byte[] object(String bucket, String key) throws BackendException {
        return make(
                "GetObject s3://%s/%s".formatted(bucket, key),
                Effect.READ,
                () -> s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                        .asByteArray());
    }

    /** The ARN of the user or role whose credentials are used. */
    String whoAmI() throws BackendException {
        return make(
                "GetCallerIdentity", Effect.READ, () -> sts.getCallerIdentity().arn());
    }

    URI locate(String jobId) {
        return URI.create(base + "/quantum-task/" + jobId);
    }

    private <T> T make(String what, Effect effect, Supplier<T> call) throws BackendException {
        try {
            return call.get();
        } catch (SdkException e) {
            List<Secret> hidden = credentials.secrets();
            throw BraketErrors.of(e, what, effect, hidden);
        }
    }

    @Override
    public void close() {
        braket.close();
        s3.close();
        sts.close();
        credentials.close();
    }
}
