// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.optimization.encoding.ansatz.Entanglement;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap;
import org.nifiquantum.optimization.encoding.kernel.FeatureMap.Kind;
import org.nifiquantum.optimization.problem.data.DataRow;
import org.nifiquantum.optimization.problem.data.DataTable;
import org.nifiquantum.optimization.problem.data.Wanted;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.run.document.RunException;

/** Tables of data in the forms they come in. */
class DataTest {

    private static final DataTable TABLE = new DataTable(
            List.of("length", "width, mm"),
            List.of(row("a", 1, 20, "x"), row("b", 2.5, 30, "y")),
            List.of(row("c", 2, 25, "x")),
            OptionalDouble.of(1),
            new FeatureMap(Kind.ZZ, 2, 2, Entanglement.LINEAR),
            Wanted.KERNEL);

    @Test
    void aCsvNamesItsColumns() {
        assertEquals(TABLE, csv("""
                        name,length,"width, mm",label,test
                        a, 1 ,20,x,false

                        b,2.5,3e1,y,
                        c,2,25,x,true
                        """));
    }

    @Test
    void settingsSayWhatColumnsMean() {
        DataTable table = csv(
                "id,species,length,width,height\n7,x,1,2,3\n8,y,4,5,6\n",
                "label=species name=id columns=height,length scale=none map=angle repetitions=3 entanglement=full output=features");
        assertEquals(List.of("height", "length"), table.features());
        assertEquals(List.of(row("7", 3, 1, "x"), row("8", 6, 4, "y")), table.rows());
        assertEquals(OptionalDouble.empty(), table.scale());
        assertEquals(new FeatureMap(Kind.ANGLE, 2, 3, Entanglement.FULL), table.map());
        assertEquals(Wanted.FEATURES, table.wanted());
    }

    @Test
    void theHeadingOfScikitLearnCountsRowsAndNamesClasses() {
        DataTable table = csv("2,2,setosa,versicolor\n5.1,3.5,0\n4.9,3.0,1\n");
        assertEquals(List.of("x1", "x2"), table.features());
        assertEquals(List.of(row("1", 5.1, 3.5, "setosa"), row("2", 4.9, 3, "versicolor")), table.rows());
    }

    @Test
    void theJsonFormSaysAllItself() {
        DataTable table = assertInstanceOf(DataTable.class, ((Input.OfProblem) read("""
                                {"type": "data", "features": ["length", "width, mm"],
                                 "rows": [{"name": "a", "values": [1, 20], "label": "x"},
                                          {"name": "b", "values": [2.5, 30], "label": "y"}],
                                 "test": [{"name": "c", "values": [2, 25], "label": "x"}], "scale": 1}""", "table.json", "")).problem());
        assertEquals(TABLE, table);
    }

    /** Items of a knapsack have two numbers, or such a heading; whatever else ends with .csv is data. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35,12 | KNAPSACK_CSV",
                "profit,weight | KNAPSACK_CSV",
                "x,y | DATA_CSV",
                "x,label | DATA_CSV",
                "150,4,setosa | DATA_CSV",
                "x | DATA_CSV"
            })
    void dataIsToldFromItems(String firstLine, InputFormat format) {
        byte[] content = (firstLine + "\n1,2\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(format, InputFormat.AUTOMATIC.resolve(content, "table.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b | | line 1: a line that names the columns",
                "a,b~1,2~3 | | line 3: has 1 cells, not 2",
                "a,b~1,2~3,4,5 | | line 3: has 3 cells, not 2",
                "a,b~1,2~3,NaN | | line 3: column b has [NaN]",
                "a,b~1,2~3,1e999 | | line 3: column b has [1e999]",
                "a,b~1,2~~3, | | line 4: column b has []",
                "a,a~1,2~3,4 | | line 1: names the column [a] twice",
                "1,2,3~1,2,3~3,4,5 | | line 1: announces 1 rows, but 2 follow",
                "a,2,b~1,2,3~3,4,5 | | line 1: [2] is no name",
                "name,b~r,2~r,4 | | line 3: 'r' is named twice",
                "label,b~x,2~,4 | | line 3: Some rows have a label",
                "b,test~2,1~4,maybe | | line 3: [maybe] does not say",
                "b,test~2,1~4,1 | | line 3: To be learned: 0, to be predicted: 2",
                "a,b~1,2 | | line 2: To be learned: 1, to be predicted: 0",
                "a,b~1,2~3,4 | capacity=3 | setting capacity: It means nothing",
                "a,b~1,2~3,4 | columns=z | setting columns: There is no column 'z'",
                "a,b~1,2~3,4 | map=x | setting map: 'x' is not known. Use one of [zz, angle].",
                "a,b~1,2~3,1e7 | scale=none | line 3: An angle would be 1.0E7",
                "a,b~1,2~3,4 | repetitions=101 | /featureMap/repetitions",
                "a,b~1,2~3,\"4 | | quote"
            })
    void whatIsNoTableIsRefused(String text, String settings, String message) {
        String refusal = assertThrows(
                        RunException.class, () -> csv(text.replace('~', '\n'), settings == null ? "" : settings))
                .getMessage();
        assertTrue(refusal.contains(message), refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"type\": \"data\", \"rows\": []}' | /features: is missing",
                "'{\"type\": \"data\", \"features\": [\"a\"], \"rows\": []}' | /rows: To be learned: 0, to be predicted: 0",
                "'{\"type\": \"data\", \"features\": [\"a\", \"a\"], \"rows\": []}' | /features/1: [a] is named twice",
                "'{\"type\": \"data\", \"features\": [\"a\"], \"rows\": [{\"values\": [\"1\"]}]}' | /rows/0/values/0: must be a finite number",
                "'{\"type\": \"data\", \"features\": [\"a\"], \"rows\": [{\"values\": [1]}, {\"values\": [1, 2]}]}' | /rows/1/values: There are 2 values for 1 features",
                "'{\"type\": \"data\", \"features\": [\"a\"], \"rows\": [{\"values\": [1]}, {}]}' | /rows/1/values: must be an array",
                "'{\"type\": \"data\", \"features\": [\"a\"], \"rows\": 1, \"output\": \"x\"}' | /rows: must be an array",
                "'{\"type\": \"data\", \"features\": [\"a\"], \"rows\": [], \"output\": \"x\"}' | /output: [x] is not known"
            })
    void jsonThatIsNoTableIsRefused(String json, String message) {
        String refusal = assertThrows(RunException.class, () -> read(json, "table.json", ""))
                .getMessage();
        assertTrue(refusal.contains(message), refusal);
    }

    private static DataRow row(String name, double x, double y, String label) {
        return new DataRow(name, List.of(x, y), Optional.of(label));
    }

    private static DataTable csv(String text) {
        return csv(text, "");
    }

    private static DataTable csv(String text, String settings) {
        return (DataTable) ((Input.OfProblem) read(text, "table", settings)).problem();
    }

    private static Input read(String text, String fileName, String settings) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings.split(" ", -1)) {
            int sign = setting.indexOf('=');
            if (sign > 0) {
                values.put(setting.substring(0, sign), setting.substring(sign + 1));
            }
        }
        InputFormat format = fileName.endsWith(".json") ? InputFormat.AUTOMATIC : InputFormat.DATA_CSV;
        return InputReader.read(text.getBytes(StandardCharsets.UTF_8), format, fileName, new FileSettings(values));
    }
}
