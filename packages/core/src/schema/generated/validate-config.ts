// @ts-nocheck
// Generated from schemas/generate/config.ts by `pnpm generate`. Do not edit.
import type { Validator } from '../validator.ts';
const schema7 = {"type":"object","properties":{"$schema":{"type":"string"},"smolvm":{"type":"string"},"for":{"type":"array","minItems":1,"items":{"enum":["create","run","pack"]}},"severity":{"type":"object","additionalProperties":{"enum":["off","info","warning","error"]}},"fail-on":{"enum":["error","warning","info","never"]},"host-checks":{"type":"boolean"},"ignore":{"type":"array","items":{"type":"string"}},"overrides":{"type":"array","items":{"type":"object","required":["files"],"properties":{"files":{"type":"array","items":{"type":"string"},"minItems":1},"smolvm":{"type":"string"},"for":{"type":"array","minItems":1,"items":{"enum":["create","run","pack"]}},"severity":{"type":"object","additionalProperties":{"enum":["off","info","warning","error"]}},"fail-on":{"enum":["error","warning","info","never"]},"host-checks":{"type":"boolean"}},"additionalProperties":false}}},"additionalProperties":false};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((((key0 === "$schema") || (key0 === "smolvm")) || (key0 === "for")) || (key0 === "severity")) || (key0 === "fail-on")) || (key0 === "host-checks")) || (key0 === "ignore")) || (key0 === "overrides"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.smolvm !== undefined){
if(typeof data.smolvm !== "string"){
const err2 = {instancePath:instancePath+"/smolvm",schemaPath:"#/properties/smolvm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.for !== undefined){
let data2 = data.for;
if(Array.isArray(data2)){
if(data2.length < 1){
const err3 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(!(((data3 === "create") || (data3 === "run")) || (data3 === "pack"))){
const err4 = {instancePath:instancePath+"/for/" + i0,schemaPath:"#/properties/for/items/enum",keyword:"enum",params:{allowedValues: schema7.properties.for.items.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/for",schemaPath:"#/properties/for/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.severity !== undefined){
let data4 = data.severity;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
let data5 = data4[key1];
if(!((((data5 === "off") || (data5 === "info")) || (data5 === "warning")) || (data5 === "error"))){
const err6 = {instancePath:instancePath+"/severity/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/severity/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema7.properties.severity.additionalProperties.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/severity",schemaPath:"#/properties/severity/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["fail-on"] !== undefined){
let data6 = data["fail-on"];
if(!((((data6 === "error") || (data6 === "warning")) || (data6 === "info")) || (data6 === "never"))){
const err8 = {instancePath:instancePath+"/fail-on",schemaPath:"#/properties/fail-on/enum",keyword:"enum",params:{allowedValues: schema7.properties["fail-on"].enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["host-checks"] !== undefined){
if(typeof data["host-checks"] !== "boolean"){
const err9 = {instancePath:instancePath+"/host-checks",schemaPath:"#/properties/host-checks/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.ignore !== undefined){
let data8 = data.ignore;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(typeof data8[i1] !== "string"){
const err10 = {instancePath:instancePath+"/ignore/" + i1,schemaPath:"#/properties/ignore/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.overrides !== undefined){
let data10 = data.overrides;
if(Array.isArray(data10)){
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.files === undefined){
const err12 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "files"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key2 in data11){
if(!((((((key2 === "files") || (key2 === "smolvm")) || (key2 === "for")) || (key2 === "severity")) || (key2 === "fail-on")) || (key2 === "host-checks"))){
const err13 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data11.files !== undefined){
let data12 = data11.files;
if(Array.isArray(data12)){
if(data12.length < 1){
const err14 = {instancePath:instancePath+"/overrides/" + i2+"/files",schemaPath:"#/properties/overrides/items/properties/files/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len3 = data12.length;
for(let i3=0; i3<len3; i3++){
if(typeof data12[i3] !== "string"){
const err15 = {instancePath:instancePath+"/overrides/" + i2+"/files/" + i3,schemaPath:"#/properties/overrides/items/properties/files/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/overrides/" + i2+"/files",schemaPath:"#/properties/overrides/items/properties/files/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data11.smolvm !== undefined){
if(typeof data11.smolvm !== "string"){
const err17 = {instancePath:instancePath+"/overrides/" + i2+"/smolvm",schemaPath:"#/properties/overrides/items/properties/smolvm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data11.for !== undefined){
let data15 = data11.for;
if(Array.isArray(data15)){
if(data15.length < 1){
const err18 = {instancePath:instancePath+"/overrides/" + i2+"/for",schemaPath:"#/properties/overrides/items/properties/for/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
let data16 = data15[i4];
if(!(((data16 === "create") || (data16 === "run")) || (data16 === "pack"))){
const err19 = {instancePath:instancePath+"/overrides/" + i2+"/for/" + i4,schemaPath:"#/properties/overrides/items/properties/for/items/enum",keyword:"enum",params:{allowedValues: schema7.properties.overrides.items.properties.for.items.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/overrides/" + i2+"/for",schemaPath:"#/properties/overrides/items/properties/for/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data11.severity !== undefined){
let data17 = data11.severity;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key3 in data17){
let data18 = data17[key3];
if(!((((data18 === "off") || (data18 === "info")) || (data18 === "warning")) || (data18 === "error"))){
const err21 = {instancePath:instancePath+"/overrides/" + i2+"/severity/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/overrides/items/properties/severity/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema7.properties.overrides.items.properties.severity.additionalProperties.enum}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/overrides/" + i2+"/severity",schemaPath:"#/properties/overrides/items/properties/severity/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data11["fail-on"] !== undefined){
let data19 = data11["fail-on"];
if(!((((data19 === "error") || (data19 === "warning")) || (data19 === "info")) || (data19 === "never"))){
const err23 = {instancePath:instancePath+"/overrides/" + i2+"/fail-on",schemaPath:"#/properties/overrides/items/properties/fail-on/enum",keyword:"enum",params:{allowedValues: schema7.properties.overrides.items.properties["fail-on"].enum}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data11["host-checks"] !== undefined){
if(typeof data11["host-checks"] !== "boolean"){
const err24 = {instancePath:instancePath+"/overrides/" + i2+"/host-checks",schemaPath:"#/properties/overrides/items/properties/host-checks/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/overrides/" + i2,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
export const validate = validate22 as unknown as Validator;
export default validate;
