// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nifiquantum.services.support.Secret;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Whose credentials calls are signed with; those of a role are fetched anew before they expire.
 *
 * @param opened what is to be closed, in this order
 * @param secrets what errors must not show
 */
record BraketCredentials(AwsCredentialsProvider provider, List<SdkAutoCloseable> opened, List<Secret> secrets)
        implements AutoCloseable {

    /** As the user gave them. */
    sealed interface Source {

        /** Environment, system properties, profile, container or machine, as the AWS SDK looks for them. */
        record DefaultChain() implements Source {}

        record Keys(String accessKeyId, Secret secretAccessKey, Optional<Secret> sessionToken) implements Source {}

        record Profile(String name) implements Source {}
    }

    /**
     * Whose credentials, and what role they take on.
     *
     * @param roleArn empty for none
     * @param externalId what the role's owner asks for, if anything
     */
    record Settings(Source source, Optional<String> roleArn, Optional<String> externalId) {}

    /**
     * Opens a source.
     *
     * @param sts makes a client of the token service, for a role
     */
    static BraketCredentials open(Settings settings, Function<AwsCredentialsProvider, StsClient> sts) {
        AwsCredentialsProvider base = base(settings.source());
        List<Secret> secrets = secrets(settings.source());
        if (settings.roleArn().isEmpty()) {
            return new BraketCredentials(base, closeable(base), secrets);
        }
        StsClient client = sts.apply(base);
        StsAssumeRoleCredentialsProvider role = StsAssumeRoleCredentialsProvider.builder()
                .stsClient(client)
                .refreshRequest(request -> request.roleArn(settings.roleArn().get())
                        .roleSessionName("nifi-quantum")
                        .externalId(settings.externalId().orElse(null)))
                .build();
        return new BraketCredentials(role, List.of(role, client), secrets);
    }

    private static AwsCredentialsProvider base(Source source) {
        return switch (source) {
            case Source.DefaultChain chain ->
                DefaultCredentialsProvider.builder().build();
            case Source.Profile profile -> ProfileCredentialsProvider.create(profile.name());
            case Source.Keys keys ->
                StaticCredentialsProvider.create(
                        keys.sessionToken().isPresent()
                                ? AwsSessionCredentials.create(
                                        keys.accessKeyId(),
                                        keys.secretAccessKey().reveal(),
                                        keys.sessionToken().get().reveal())
                                : AwsBasicCredentials.create(
                                        keys.accessKeyId(),
                                        keys.secretAccessKey().reveal()));
        };
    }

    private static List<SdkAutoCloseable> closeable(AwsCredentialsProvider provider) {
        return provider instanceof SdkAutoCloseable closeable ? List.of(closeable) : List.of();
    }

    private static List<Secret> secrets(Source source) {
        return source instanceof Source.Keys keys
                ? keys.sessionToken()
                        .map(token -> List.of(keys.secretAccessKey(), token))
                        .orElseGet(() -> List.of(keys.secretAccessKey()))
                : List.of();
    }

    @Override
    public void close() {
        opened.forEach(SdkAutoCloseable::close);
    }
}
