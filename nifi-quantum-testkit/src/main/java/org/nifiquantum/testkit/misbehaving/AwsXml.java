// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.testkit.misbehaving;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** What S3 and the token service answer: XML. */
final class AwsXml {

    private AwsXml() {}

    static Answer error(int status, String code, String message) {
        return answer(
                status,
                "<Error><Code>%s</Code><Message>%s</Message><RequestId>request</RequestId></Error>"
                        .formatted(code, message));
    }

    static Answer callerIdentity() {
        return answer(
                200,
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/rehearsal</Arn>"
                        + "<UserId>AIDAREHEARSAL</UserId><Account>123456789012</Account></GetCallerIdentityResult>"
                        + "</GetCallerIdentityResponse>");
    }

    static Answer assumedRole(String accessKeyId) {
        return answer(
                200,
                ("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>%s</AccessKeyId>"
                                + "<SecretAccessKey>of-the-role</SecretAccessKey><SessionToken>session</SessionToken>"
                                + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult>"
                                + "</AssumeRoleResponse>")
                        .formatted(accessKeyId));
    }

    private static Answer answer(int status, String body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/xml"),
                new TextNode("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body));
    }
}
