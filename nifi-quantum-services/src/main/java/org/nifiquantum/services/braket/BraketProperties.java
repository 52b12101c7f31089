// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.services.braket;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.Validator;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nifiquantum.services.support.ProviderProperties;
import org.nifiquantum.services.support.ProviderUrl;
import org.nifiquantum.services.support.Secret;
import software.amazon.awssdk.regions.Region;

/** The properties of a Braket service, and what they say. */
final class BraketProperties {

    static final PropertyDescriptor CREDENTIALS_SOURCE = new PropertyDescriptor.Builder()
            .name("Credentials Source")
            .description("Where the AWS credentials come from.")
            .required(true)
            .allowableValues(CredentialsSource.class)
            .defaultValue(CredentialsSource.DEFAULT_CHAIN)
            .build();

    static final PropertyDescriptor ACCESS_KEY_ID = new PropertyDescriptor.Builder()
            .name("Access Key ID")
            .description("Of the IAM user, or of the temporary credentials.")
            .required(true)
            .dependsOn(CREDENTIALS_SOURCE, CredentialsSource.ACCESS_KEY)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor SECRET_ACCESS_KEY = new PropertyDescriptor.Builder()
            .name("Secret Access Key")
            .description("That belongs to the Access Key ID. Best given by a sensitive parameter.")
            .required(true)
            .sensitive(true)
            .dependsOn(CREDENTIALS_SOURCE, CredentialsSource.ACCESS_KEY)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor SESSION_TOKEN = new PropertyDescriptor.Builder()
            .name("Session Token")
            .description("Of temporary credentials. When they expire, runs go to \"failure\" as unauthorised.")
            .required(false)
            .sensitive(true)
            .dependsOn(CREDENTIALS_SOURCE, CredentialsSource.ACCESS_KEY)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor PROFILE_NAME = new PropertyDescriptor.Builder()
            .name("Profile Name")
            .description("Of the AWS configuration files.")
            .required(true)
            .defaultValue("default")
            .dependsOn(CREDENTIALS_SOURCE, CredentialsSource.PROFILE)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor ROLE_ARN = new PropertyDescriptor.Builder()
            .name("Role ARN")
            .description(
                    "A role that is assumed with the credentials above; its own credentials are fetched anew before"
                            + " they expire.")
            .required(false)
            .addValidator(matching("arn:[a-z-]+:iam::[0-9]{12}:role/.{1,512}"))
            .build();

    static final PropertyDescriptor EXTERNAL_ID = new PropertyDescriptor.Builder()
            .name("External ID")
            .description("What the role's owner asks for when another account assumes it.")
            .required(false)
            .dependsOn(ROLE_ARN)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor REGION = new PropertyDescriptor.Builder()
            .name("Region")
            .description(
                    "Where simulators run. A QPU is used in its own region, which its ARN names. The bucket is in the"
                            + " same.")
            .required(true)
            .defaultValue("us-east-1")
            .addValidator(matching("[a-z]{2}(-[a-z]+)+-[0-9]{1,2}"))
            .build();

    static final PropertyDescriptor DEVICE_ARN = new PropertyDescriptor.Builder()
            .name("Device ARN")
            .description("Of a simulator (.../amazon/sv1, dm1, tn1) or a QPU, as Braket's console shows it.")
            .required(true)
            .defaultValue("arn:aws:braket:::device/quantum-simulator/amazon/sv1")
            .addValidator(matching("arn:[a-z0-9-]+:braket:[a-z0-9-]*:[0-9]*:device/[A-Za-z0-9_./-]{1,200}"))
            .build();

    static final PropertyDescriptor BUCKET = new PropertyDescriptor.Builder()
            .name("S3 Bucket")
            .description("Where Braket writes results, and where they are read. Its name begins with amazon-braket- by"
                    + " default.")
            .required(true)
            .addValidator(matching("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"))
            .build();

    static final PropertyDescriptor PREFIX = new PropertyDescriptor.Builder()
            .name("S3 Prefix")
            .description("Of the results in the bucket; Braket makes a folder for each task under it.")
            .required(true)
            .defaultValue("nifi-quantum")
            .addValidator(matching("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*"))
            .build();

    static final PropertyDescriptor PRICE_PER_TASK = new PropertyDescriptor.Builder()
            .name("Price Per Task")
            .description(
                    "On a QPU, in USD; see Braket's price list. Simulators are billed by the minute, as they report.")
            .required(true)
            .defaultValue("0.30")
            .addValidator(matching("[0-9]{1,6}([.][0-9]{1,9})?"))
            .build();

    static final PropertyDescriptor PRICE_PER_SHOT = new PropertyDescriptor.Builder()
            .name("Price Per Shot")
            .description("On a QPU, in USD; see Braket's price list. Where it is not set, the price that the device"
                    + " reports.")
            .required(false)
            .addValidator(matching("[0-9]{1,6}([.][0-9]{1,9})?"))
            .build();

    static final PropertyDescriptor LARGEST_BATCH = new PropertyDescriptor.Builder()
            .name("Largest Batch")
            .description(
                    "How many quantum tasks one job may become on a device that takes one circuit per task. Devices"
                            + " with program sets take many circuits as one task.")
            .required(true)
            .defaultValue("100")
            .addValidator(StandardValidators.createLongValidator(1, 1_000, true))
            .build();

    static final PropertyDescriptor LOOKUP_PAGES = new PropertyDescriptor.Builder()
            .name("Lookup Pages")
            .description("How many pages of 100 tasks are read in search of an earlier submission.")
            .required(true)
            .defaultValue("20")
            .addValidator(StandardValidators.createLongValidator(1, 10_000, true))
            .build();

    static final PropertyDescriptor BRAKET_URL = url("Braket URL", "Braket");
    static final PropertyDescriptor S3_URL = url("S3 URL", "S3");
    static final PropertyDescriptor STS_URL = url("STS URL", "the token service");

    static final List<PropertyDescriptor> ALL = Stream.concat(
                    Stream.of(
                            CREDENTIALS_SOURCE,
                            ACCESS_KEY_ID,
                            SECRET_ACCESS_KEY,
                            SESSION_TOKEN,
                            PROFILE_NAME,
                            ROLE_ARN,
                            EXTERNAL_ID,
                            REGION,
                            DEVICE_ARN,
                            BUCKET,
                            PREFIX,
                            PRICE_PER_TASK,
                            PRICE_PER_SHOT,
                            LARGEST_BATCH,
                            LOOKUP_PAGES,
                            BRAKET_URL,
                            S3_URL,
                            STS_URL),
                    ProviderProperties.OF_IDEMPOTENT.stream())
            .toList();

    private BraketProperties() {}

    private static PropertyDescriptor url(String name, String service) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description("Of %s, where it is not AWS's own: a VPC endpoint, or \"quantum provider\" for rehearsals."
                        .formatted(service))
                .required(false)
                .addValidator(ProviderUrl.VALIDATOR)
                .build();
    }

    private static Validator matching(String pattern) {
        return StandardValidators.createRegexMatchingValidator(Pattern.compile(pattern));
    }

    static BraketSettings settings(PropertyContext context) {
        return new BraketSettings(
                context.getProperty(DEVICE_ARN).getValue(),
                context.getProperty(BUCKET).getValue(),
                context.getProperty(PREFIX).getValue(),
                new BigDecimal(context.getProperty(PRICE_PER_TASK).getValue()),
                text(context, PRICE_PER_SHOT).map(BigDecimal::new),
                context.getProperty(LARGEST_BATCH).asInteger(),
                ProviderProperties.duration(context, ProviderProperties.CALL_DEADLINE),
                context.getProperty(LOOKUP_PAGES).asInteger());
    }

    static BraketClient.Endpoints endpoints(PropertyContext context) {
        String region = BraketSettings.regionOf(context.getProperty(DEVICE_ARN).getValue())
                .orElseGet(() -> context.getProperty(REGION).getValue());
        return new BraketClient.Endpoints(
                Region.of(region), uri(context, BRAKET_URL), uri(context, S3_URL), uri(context, STS_URL));
    }

    static BraketCredentials.Settings credentials(PropertyContext context) {
        BraketCredentials.Source source = switch (CredentialsSource.valueOf(
                context.getProperty(CREDENTIALS_SOURCE).getValue())) {
            case DEFAULT_CHAIN -> new BraketCredentials.Source.DefaultChain();
            case PROFILE ->
                new BraketCredentials.Source.Profile(
                        context.getProperty(PROFILE_NAME).getValue());
            case ACCESS_KEY ->
                new BraketCredentials.Source.Keys(
                        context.getProperty(ACCESS_KEY_ID).getValue().trim(),
                        new Secret(context.getProperty(SECRET_ACCESS_KEY)
                                .getValue()
                                .trim()),
                        text(context, SESSION_TOKEN).map(String::trim).map(Secret::new));
        };
        return new BraketCredentials.Settings(source, text(context, ROLE_ARN), text(context, EXTERNAL_ID));
    }

    private static Optional<URI> uri(PropertyContext context, PropertyDescriptor property) {
        return text(context, property).map(text -> URI.create(text.replaceFirst("/+$", "")));
    }

    private static Optional<String> text(PropertyContext context, PropertyDescriptor property) {
        return Optional.ofNullable(context.getProperty(property).getValue());
    }
}
