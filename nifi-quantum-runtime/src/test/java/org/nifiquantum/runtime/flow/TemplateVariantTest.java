// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateVariantTest {

    private static final Path TEMPLATE = Path.of("..", "templates", "maxcut-qaoa.json");

    @TempDir
    private Path folder;

    @Test
    void aVariantOfNothingIsTheTemplate() throws IOException {
        assertEquals(new ObjectMapper().readTree(TEMPLATE.toFile()), written(TemplateVariant.of(TEMPLATE)));
    }

    @Test
    void groupAndContextGetTheNewNameAndKeepTheParameters() throws IOException {
        JsonNode before = written(TemplateVariant.of(TEMPLATE));
        JsonNode after = written(TemplateVariant.of(TEMPLATE).withContext("mine"));
        assertEquals("mine", after.at("/flowContents/parameterContextName").asText());
        assertEquals("mine", after.at("/parameterContexts/mine/name").asText());
        assertEquals(1, after.path("parameterContexts").size());
        assertEquals(
                before.path("parameterContexts").iterator().next().path("parameters"),
                after.at("/parameterContexts/mine/parameters"));
    }

    @Test
    void theNewServiceIsUsedByThoseWhoUsedTheOldOne() throws IOException {
        JsonNode after = written(TemplateVariant.of(TEMPLATE)
                .withService("org.example.Service", "example-nar", Map.of("Some Property", "value")));
        JsonNode service = after.at("/flowContents/controllerServices/0");
        assertEquals("org.example.Service", service.path("type").asText());
        assertEquals("example-nar", service.at("/bundle/artifact").asText());
        assertEquals(new ObjectMapper().createObjectNode().put("Some Property", "value"), service.path("properties"));
        assertEquals(
                written(TemplateVariant.of(TEMPLATE)).at("/flowContents/processors"),
                after.at("/flowContents/processors"));
    }

    @Test
    void everyQueueGetsTheThreshold() throws IOException {
        for (JsonNode connection :
                written(TemplateVariant.of(TEMPLATE).withQueuesOf(7)).at("/flowContents/connections")) {
            assertEquals(7, connection.path("backPressureObjectThreshold").asInt());
        }
    }

    @Test
    void queuesAreSpreadOverTheClusterButForOne() throws IOException {
        String except = "Submit to backend";
        for (JsonNode connection :
                written(TemplateVariant.of(TEMPLATE).withRoundRobin(except)).at("/flowContents/connections")) {
            boolean spread = !connection.at("/destination/name").asText().equals(except);
            assertEquals(
                    spread ? "ROUND_ROBIN" : "DO_NOT_LOAD_BALANCE",
                    connection.path("loadBalanceStrategy").asText());
        }
    }

    @Test
    void theOneItWasMadeOfStaysAsItWas() throws IOException {
        TemplateVariant original = TemplateVariant.of(TEMPLATE);
        assertNotEquals(written(original.withContext("mine")), written(original));
        assertEquals(written(TemplateVariant.of(TEMPLATE)), written(original));
    }

    @Test
    void whatIsNoFlowDefinitionIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"flow\": 1}");
        assertThrows(FlowException.class, () -> TemplateVariant.of(other));
        assertThrows(FlowException.class, () -> TemplateVariant.of(folder.resolve("missing.json")));
    }

    private JsonNode written(TemplateVariant variant) throws IOException {
        return new ObjectMapper()
                .readTree(variant.writeTo(folder.resolve("variant.json")).toFile());
    }
}
