// @ts-nocheck
// Generated from schemas/smolfile.schema.json by `pnpm generate`. Do not edit.
import type { Validator } from '../validator.ts';
const schema11 = {"type":"object","properties":{"image":{"type":"string"},"entrypoint":{"type":"array","items":{"type":"string"}},"cmd":{"type":"array","items":{"type":"string"}},"env":{"type":"array","items":{"type":"string"}},"secrets":{"type":"object","additionalProperties":{"type":"object","properties":{"from_env":{"type":"string"},"from_file":{"type":"string"}},"additionalProperties":false}},"workdir":{"type":"string"},"user":{"type":"string"},"cpus":{"type":"integer","minimum":0,"maximum":255},"memory":{"type":"integer","minimum":0,"maximum":4294967295},"net":{"type":"boolean"},"net_backend":{"type":"string"},"gpu":{"type":"boolean"},"gpu_vram":{"type":"integer","minimum":0,"maximum":4294967295},"rosetta":{"type":"boolean"},"cuda":{"type":"boolean"},"auto_graph":{"type":"boolean"},"docker_socket":{"type":"boolean"},"storage":{"type":"integer","minimum":0,"maximum":9223372036854776000},"overlay":{"type":"integer","minimum":0,"maximum":9223372036854776000},"block_io":{"type":"string"},"stop_on_exit":{"type":"boolean"},"ports":{"type":"array","items":{"type":"string"}},"volumes":{"type":"array","items":{"type":"string"}},"init":{"type":"array","items":{"type":"string"}},"artifact":{"type":"object","properties":{"cpus":{"type":"integer","minimum":0,"maximum":255},"memory":{"type":"integer","minimum":0,"maximum":4294967295},"entrypoint":{"type":"array","items":{"type":"string"}},"cmd":{"type":"array","items":{"type":"string"}},"oci_platform":{"type":"string"}},"additionalProperties":false},"pack":{"type":"object","properties":{"cpus":{"type":"integer","minimum":0,"maximum":255},"memory":{"type":"integer","minimum":0,"maximum":4294967295},"entrypoint":{"type":"array","items":{"type":"string"}},"cmd":{"type":"array","items":{"type":"string"}},"oci_platform":{"type":"string"}},"additionalProperties":false},"dev":{"type":"object","properties":{"volumes":{"type":"array","items":{"type":"string"}},"env":{"type":"array","items":{"type":"string"}},"init":{"type":"array","items":{"type":"string"}},"workdir":{"type":"string"},"ports":{"type":"array","items":{"type":"string"}},"user":{"type":"string"}},"additionalProperties":false},"network":{"type":"object","properties":{"allow_hosts":{"type":"array","items":{"type":"string"}},"allow_cidrs":{"type":"array","items":{"type":"string"}},"allow_host_patterns":{"type":"array","items":{"type":"string"}},"deny_cidrs":{"type":"array","items":{"type":"string"}},"credentials":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"environment_variable":{"type":"string"},"allowed_hosts":{"type":"array","items":{"type":"string"}},"methods":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}}},"additionalProperties":false},"fork":{"type":"object","properties":{"enabled":{"type":"boolean"},"pool_size":{"type":"integer","minimum":0,"maximum":4294967295},"cuda_vram_limit_mib":{"type":"integer","minimum":0,"maximum":9223372036854776000}},"additionalProperties":false},"branch":{"type":"object","properties":{"enabled":{"type":"boolean"},"pool_size":{"type":"integer","minimum":0,"maximum":4294967295},"cuda_vram_limit_mib":{"type":"integer","minimum":0,"maximum":9223372036854776000}},"additionalProperties":false},"health":{"type":"object","properties":{"exec":{"type":"array","items":{"type":"string"}},"interval":{"type":"string"},"timeout":{"type":"string"},"retries":{"type":"integer","minimum":0,"maximum":4294967295},"startup_grace":{"type":"string"}},"additionalProperties":false},"restart":{"type":"object","properties":{"policy":{"type":"string"},"max_retries":{"type":"integer","minimum":0,"maximum":4294967295},"max_backoff":{"type":"string"}},"additionalProperties":false},"auth":{"type":"object","properties":{"ssh_agent":{"type":"boolean"}},"additionalProperties":false},"service":{"type":"object","properties":{"port":{"type":"integer","minimum":0,"maximum":65535},"protocol":{"type":"string"},"listen":{"type":"integer","minimum":0,"maximum":65535}},"additionalProperties":false}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
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
if(data.image !== undefined){
if(typeof data.image !== "string"){
const err1 = {instancePath:instancePath+"/image",schemaPath:"#/properties/image/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.entrypoint !== undefined){
let data1 = data.entrypoint;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err2 = {instancePath:instancePath+"/entrypoint/" + i0,schemaPath:"#/properties/entrypoint/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/entrypoint",schemaPath:"#/properties/entrypoint/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cmd !== undefined){
let data3 = data.cmd;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(typeof data3[i1] !== "string"){
const err4 = {instancePath:instancePath+"/cmd/" + i1,schemaPath:"#/properties/cmd/items/type",keyword:"type",params:{type: "string"}};
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
const err5 = {instancePath:instancePath+"/cmd",schemaPath:"#/properties/cmd/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.env !== undefined){
let data5 = data.env;
if(Array.isArray(data5)){
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
if(typeof data5[i2] !== "string"){
const err6 = {instancePath:instancePath+"/env/" + i2,schemaPath:"#/properties/env/items/type",keyword:"type",params:{type: "string"}};
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
const err7 = {instancePath:instancePath+"/env",schemaPath:"#/properties/env/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.secrets !== undefined){
let data7 = data.secrets;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key1 in data7){
let data8 = data7[key1];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key2 in data8){
if(!((key2 === "from_env") || (key2 === "from_file"))){
const err8 = {instancePath:instancePath+"/secrets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/secrets/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data8.from_env !== undefined){
if(typeof data8.from_env !== "string"){
const err9 = {instancePath:instancePath+"/secrets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/from_env",schemaPath:"#/properties/secrets/additionalProperties/properties/from_env/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data8.from_file !== undefined){
if(typeof data8.from_file !== "string"){
const err10 = {instancePath:instancePath+"/secrets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/from_file",schemaPath:"#/properties/secrets/additionalProperties/properties/from_file/type",keyword:"type",params:{type: "string"}};
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
const err11 = {instancePath:instancePath+"/secrets/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/secrets/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.workdir !== undefined){
if(typeof data.workdir !== "string"){
const err13 = {instancePath:instancePath+"/workdir",schemaPath:"#/properties/workdir/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.user !== undefined){
if(typeof data.user !== "string"){
const err14 = {instancePath:instancePath+"/user",schemaPath:"#/properties/user/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.cpus !== undefined){
let data13 = data.cpus;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err15 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 255 || isNaN(data13)){
const err16 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data13 < 0 || isNaN(data13)){
const err17 = {instancePath:instancePath+"/cpus",schemaPath:"#/properties/cpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.memory !== undefined){
let data14 = data.memory;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err18 = {instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4294967295 || isNaN(data14)){
const err19 = {instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err20 = {instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.net !== undefined){
if(typeof data.net !== "boolean"){
const err21 = {instancePath:instancePath+"/net",schemaPath:"#/properties/net/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.net_backend !== undefined){
if(typeof data.net_backend !== "string"){
const err22 = {instancePath:instancePath+"/net_backend",schemaPath:"#/properties/net_backend/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.gpu !== undefined){
if(typeof data.gpu !== "boolean"){
const err23 = {instancePath:instancePath+"/gpu",schemaPath:"#/properties/gpu/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.gpu_vram !== undefined){
let data18 = data.gpu_vram;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err24 = {instancePath:instancePath+"/gpu_vram",schemaPath:"#/properties/gpu_vram/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 4294967295 || isNaN(data18)){
const err25 = {instancePath:instancePath+"/gpu_vram",schemaPath:"#/properties/gpu_vram/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err26 = {instancePath:instancePath+"/gpu_vram",schemaPath:"#/properties/gpu_vram/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
if(data.rosetta !== undefined){
if(typeof data.rosetta !== "boolean"){
const err27 = {instancePath:instancePath+"/rosetta",schemaPath:"#/properties/rosetta/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.cuda !== undefined){
if(typeof data.cuda !== "boolean"){
const err28 = {instancePath:instancePath+"/cuda",schemaPath:"#/properties/cuda/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.auto_graph !== undefined){
if(typeof data.auto_graph !== "boolean"){
const err29 = {instancePath:instancePath+"/auto_graph",schemaPath:"#/properties/auto_graph/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.docker_socket !== undefined){
if(typeof data.docker_socket !== "boolean"){
const err30 = {instancePath:instancePath+"/docker_socket",schemaPath:"#/properties/docker_socket/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.storage !== undefined){
let data23 = data.storage;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err31 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 9223372036854776000 || isNaN(data23)){
const err32 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data23 < 0 || isNaN(data23)){
const err33 = {instancePath:instancePath+"/storage",schemaPath:"#/properties/storage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data.overlay !== undefined){
let data24 = data.overlay;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err34 = {instancePath:instancePath+"/overlay",schemaPath:"#/properties/overlay/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 9223372036854776000 || isNaN(data24)){
const err35 = {instancePath:instancePath+"/overlay",schemaPath:"#/properties/overlay/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err36 = {instancePath:instancePath+"/overlay",schemaPath:"#/properties/overlay/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data.block_io !== undefined){
if(typeof data.block_io !== "string"){
const err37 = {instancePath:instancePath+"/block_io",schemaPath:"#/properties/block_io/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.stop_on_exit !== undefined){
if(typeof data.stop_on_exit !== "boolean"){
const err38 = {instancePath:instancePath+"/stop_on_exit",schemaPath:"#/properties/stop_on_exit/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.ports !== undefined){
let data27 = data.ports;
if(Array.isArray(data27)){
const len3 = data27.length;
for(let i3=0; i3<len3; i3++){
if(typeof data27[i3] !== "string"){
const err39 = {instancePath:instancePath+"/ports/" + i3,schemaPath:"#/properties/ports/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.volumes !== undefined){
let data29 = data.volumes;
if(Array.isArray(data29)){
const len4 = data29.length;
for(let i4=0; i4<len4; i4++){
if(typeof data29[i4] !== "string"){
const err41 = {instancePath:instancePath+"/volumes/" + i4,schemaPath:"#/properties/volumes/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/volumes",schemaPath:"#/properties/volumes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.init !== undefined){
let data31 = data.init;
if(Array.isArray(data31)){
const len5 = data31.length;
for(let i5=0; i5<len5; i5++){
if(typeof data31[i5] !== "string"){
const err43 = {instancePath:instancePath+"/init/" + i5,schemaPath:"#/properties/init/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/init",schemaPath:"#/properties/init/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.artifact !== undefined){
let data33 = data.artifact;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key3 in data33){
if(!(((((key3 === "cpus") || (key3 === "memory")) || (key3 === "entrypoint")) || (key3 === "cmd")) || (key3 === "oci_platform"))){
const err45 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data33.cpus !== undefined){
let data34 = data33.cpus;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err46 = {instancePath:instancePath+"/artifact/cpus",schemaPath:"#/properties/artifact/properties/cpus/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 255 || isNaN(data34)){
const err47 = {instancePath:instancePath+"/artifact/cpus",schemaPath:"#/properties/artifact/properties/cpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err48 = {instancePath:instancePath+"/artifact/cpus",schemaPath:"#/properties/artifact/properties/cpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data33.memory !== undefined){
let data35 = data33.memory;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err49 = {instancePath:instancePath+"/artifact/memory",schemaPath:"#/properties/artifact/properties/memory/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 4294967295 || isNaN(data35)){
const err50 = {instancePath:instancePath+"/artifact/memory",schemaPath:"#/properties/artifact/properties/memory/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data35 < 0 || isNaN(data35)){
const err51 = {instancePath:instancePath+"/artifact/memory",schemaPath:"#/properties/artifact/properties/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data33.entrypoint !== undefined){
let data36 = data33.entrypoint;
if(Array.isArray(data36)){
const len6 = data36.length;
for(let i6=0; i6<len6; i6++){
if(typeof data36[i6] !== "string"){
const err52 = {instancePath:instancePath+"/artifact/entrypoint/" + i6,schemaPath:"#/properties/artifact/properties/entrypoint/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/artifact/entrypoint",schemaPath:"#/properties/artifact/properties/entrypoint/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data33.cmd !== undefined){
let data38 = data33.cmd;
if(Array.isArray(data38)){
const len7 = data38.length;
for(let i7=0; i7<len7; i7++){
if(typeof data38[i7] !== "string"){
const err54 = {instancePath:instancePath+"/artifact/cmd/" + i7,schemaPath:"#/properties/artifact/properties/cmd/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/artifact/cmd",schemaPath:"#/properties/artifact/properties/cmd/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data33.oci_platform !== undefined){
if(typeof data33.oci_platform !== "string"){
const err56 = {instancePath:instancePath+"/artifact/oci_platform",schemaPath:"#/properties/artifact/properties/oci_platform/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/artifact",schemaPath:"#/properties/artifact/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.pack !== undefined){
let data41 = data.pack;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key4 in data41){
if(!(((((key4 === "cpus") || (key4 === "memory")) || (key4 === "entrypoint")) || (key4 === "cmd")) || (key4 === "oci_platform"))){
const err58 = {instancePath:instancePath+"/pack",schemaPath:"#/properties/pack/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data41.cpus !== undefined){
let data42 = data41.cpus;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err59 = {instancePath:instancePath+"/pack/cpus",schemaPath:"#/properties/pack/properties/cpus/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 255 || isNaN(data42)){
const err60 = {instancePath:instancePath+"/pack/cpus",schemaPath:"#/properties/pack/properties/cpus/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data42 < 0 || isNaN(data42)){
const err61 = {instancePath:instancePath+"/pack/cpus",schemaPath:"#/properties/pack/properties/cpus/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data41.memory !== undefined){
let data43 = data41.memory;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err62 = {instancePath:instancePath+"/pack/memory",schemaPath:"#/properties/pack/properties/memory/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 4294967295 || isNaN(data43)){
const err63 = {instancePath:instancePath+"/pack/memory",schemaPath:"#/properties/pack/properties/memory/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err64 = {instancePath:instancePath+"/pack/memory",schemaPath:"#/properties/pack/properties/memory/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
if(data41.entrypoint !== undefined){
let data44 = data41.entrypoint;
if(Array.isArray(data44)){
const len8 = data44.length;
for(let i8=0; i8<len8; i8++){
if(typeof data44[i8] !== "string"){
const err65 = {instancePath:instancePath+"/pack/entrypoint/" + i8,schemaPath:"#/properties/pack/properties/entrypoint/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/pack/entrypoint",schemaPath:"#/properties/pack/properties/entrypoint/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data41.cmd !== undefined){
let data46 = data41.cmd;
if(Array.isArray(data46)){
const len9 = data46.length;
for(let i9=0; i9<len9; i9++){
if(typeof data46[i9] !== "string"){
const err67 = {instancePath:instancePath+"/pack/cmd/" + i9,schemaPath:"#/properties/pack/properties/cmd/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/pack/cmd",schemaPath:"#/properties/pack/properties/cmd/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data41.oci_platform !== undefined){
if(typeof data41.oci_platform !== "string"){
const err69 = {instancePath:instancePath+"/pack/oci_platform",schemaPath:"#/properties/pack/properties/oci_platform/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath:instancePath+"/pack",schemaPath:"#/properties/pack/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data.dev !== undefined){
let data49 = data.dev;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key5 in data49){
if(!((((((key5 === "volumes") || (key5 === "env")) || (key5 === "init")) || (key5 === "workdir")) || (key5 === "ports")) || (key5 === "user"))){
const err71 = {instancePath:instancePath+"/dev",schemaPath:"#/properties/dev/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data49.volumes !== undefined){
let data50 = data49.volumes;
if(Array.isArray(data50)){
const len10 = data50.length;
for(let i10=0; i10<len10; i10++){
if(typeof data50[i10] !== "string"){
const err72 = {instancePath:instancePath+"/dev/volumes/" + i10,schemaPath:"#/properties/dev/properties/volumes/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/dev/volumes",schemaPath:"#/properties/dev/properties/volumes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data49.env !== undefined){
let data52 = data49.env;
if(Array.isArray(data52)){
const len11 = data52.length;
for(let i11=0; i11<len11; i11++){
if(typeof data52[i11] !== "string"){
const err74 = {instancePath:instancePath+"/dev/env/" + i11,schemaPath:"#/properties/dev/properties/env/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/dev/env",schemaPath:"#/properties/dev/properties/env/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data49.init !== undefined){
let data54 = data49.init;
if(Array.isArray(data54)){
const len12 = data54.length;
for(let i12=0; i12<len12; i12++){
if(typeof data54[i12] !== "string"){
const err76 = {instancePath:instancePath+"/dev/init/" + i12,schemaPath:"#/properties/dev/properties/init/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/dev/init",schemaPath:"#/properties/dev/properties/init/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data49.workdir !== undefined){
if(typeof data49.workdir !== "string"){
const err78 = {instancePath:instancePath+"/dev/workdir",schemaPath:"#/properties/dev/properties/workdir/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data49.ports !== undefined){
let data57 = data49.ports;
if(Array.isArray(data57)){
const len13 = data57.length;
for(let i13=0; i13<len13; i13++){
if(typeof data57[i13] !== "string"){
const err79 = {instancePath:instancePath+"/dev/ports/" + i13,schemaPath:"#/properties/dev/properties/ports/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/dev/ports",schemaPath:"#/properties/dev/properties/ports/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data49.user !== undefined){
if(typeof data49.user !== "string"){
const err81 = {instancePath:instancePath+"/dev/user",schemaPath:"#/properties/dev/properties/user/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/dev",schemaPath:"#/properties/dev/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data.network !== undefined){
let data60 = data.network;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key6 in data60){
if(!(((((key6 === "allow_hosts") || (key6 === "allow_cidrs")) || (key6 === "allow_host_patterns")) || (key6 === "deny_cidrs")) || (key6 === "credentials"))){
const err83 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data60.allow_hosts !== undefined){
let data61 = data60.allow_hosts;
if(Array.isArray(data61)){
const len14 = data61.length;
for(let i14=0; i14<len14; i14++){
if(typeof data61[i14] !== "string"){
const err84 = {instancePath:instancePath+"/network/allow_hosts/" + i14,schemaPath:"#/properties/network/properties/allow_hosts/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/network/allow_hosts",schemaPath:"#/properties/network/properties/allow_hosts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data60.allow_cidrs !== undefined){
let data63 = data60.allow_cidrs;
if(Array.isArray(data63)){
const len15 = data63.length;
for(let i15=0; i15<len15; i15++){
if(typeof data63[i15] !== "string"){
const err86 = {instancePath:instancePath+"/network/allow_cidrs/" + i15,schemaPath:"#/properties/network/properties/allow_cidrs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/network/allow_cidrs",schemaPath:"#/properties/network/properties/allow_cidrs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data60.allow_host_patterns !== undefined){
let data65 = data60.allow_host_patterns;
if(Array.isArray(data65)){
const len16 = data65.length;
for(let i16=0; i16<len16; i16++){
if(typeof data65[i16] !== "string"){
const err88 = {instancePath:instancePath+"/network/allow_host_patterns/" + i16,schemaPath:"#/properties/network/properties/allow_host_patterns/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/network/allow_host_patterns",schemaPath:"#/properties/network/properties/allow_host_patterns/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data60.deny_cidrs !== undefined){
let data67 = data60.deny_cidrs;
if(Array.isArray(data67)){
const len17 = data67.length;
for(let i17=0; i17<len17; i17++){
if(typeof data67[i17] !== "string"){
const err90 = {instancePath:instancePath+"/network/deny_cidrs/" + i17,schemaPath:"#/properties/network/properties/deny_cidrs/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/network/deny_cidrs",schemaPath:"#/properties/network/properties/deny_cidrs/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data60.credentials !== undefined){
let data69 = data60.credentials;
if(Array.isArray(data69)){
const len18 = data69.length;
for(let i18=0; i18<len18; i18++){
let data70 = data69[i18];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key7 in data70){
if(!((((key7 === "name") || (key7 === "environment_variable")) || (key7 === "allowed_hosts")) || (key7 === "methods"))){
const err92 = {instancePath:instancePath+"/network/credentials/" + i18,schemaPath:"#/properties/network/properties/credentials/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data70.name !== undefined){
if(typeof data70.name !== "string"){
const err93 = {instancePath:instancePath+"/network/credentials/" + i18+"/name",schemaPath:"#/properties/network/properties/credentials/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data70.environment_variable !== undefined){
if(typeof data70.environment_variable !== "string"){
const err94 = {instancePath:instancePath+"/network/credentials/" + i18+"/environment_variable",schemaPath:"#/properties/network/properties/credentials/items/properties/environment_variable/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data70.allowed_hosts !== undefined){
let data73 = data70.allowed_hosts;
if(Array.isArray(data73)){
const len19 = data73.length;
for(let i19=0; i19<len19; i19++){
if(typeof data73[i19] !== "string"){
const err95 = {instancePath:instancePath+"/network/credentials/" + i18+"/allowed_hosts/" + i19,schemaPath:"#/properties/network/properties/credentials/items/properties/allowed_hosts/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/network/credentials/" + i18+"/allowed_hosts",schemaPath:"#/properties/network/properties/credentials/items/properties/allowed_hosts/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data70.methods !== undefined){
let data75 = data70.methods;
if(Array.isArray(data75)){
const len20 = data75.length;
for(let i20=0; i20<len20; i20++){
if(typeof data75[i20] !== "string"){
const err97 = {instancePath:instancePath+"/network/credentials/" + i18+"/methods/" + i20,schemaPath:"#/properties/network/properties/credentials/items/properties/methods/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/network/credentials/" + i18+"/methods",schemaPath:"#/properties/network/properties/credentials/items/properties/methods/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/network/credentials/" + i18,schemaPath:"#/properties/network/properties/credentials/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/network/credentials",schemaPath:"#/properties/network/properties/credentials/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
else {
const err101 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data.fork !== undefined){
let data77 = data.fork;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key8 in data77){
if(!(((key8 === "enabled") || (key8 === "pool_size")) || (key8 === "cuda_vram_limit_mib"))){
const err102 = {instancePath:instancePath+"/fork",schemaPath:"#/properties/fork/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data77.enabled !== undefined){
if(typeof data77.enabled !== "boolean"){
const err103 = {instancePath:instancePath+"/fork/enabled",schemaPath:"#/properties/fork/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data77.pool_size !== undefined){
let data79 = data77.pool_size;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
const err104 = {instancePath:instancePath+"/fork/pool_size",schemaPath:"#/properties/fork/properties/pool_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 > 4294967295 || isNaN(data79)){
const err105 = {instancePath:instancePath+"/fork/pool_size",schemaPath:"#/properties/fork/properties/pool_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data79 < 0 || isNaN(data79)){
const err106 = {instancePath:instancePath+"/fork/pool_size",schemaPath:"#/properties/fork/properties/pool_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
if(data77.cuda_vram_limit_mib !== undefined){
let data80 = data77.cuda_vram_limit_mib;
if(!(((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80))) && (isFinite(data80)))){
const err107 = {instancePath:instancePath+"/fork/cuda_vram_limit_mib",schemaPath:"#/properties/fork/properties/cuda_vram_limit_mib/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
if((typeof data80 == "number") && (isFinite(data80))){
if(data80 > 9223372036854776000 || isNaN(data80)){
const err108 = {instancePath:instancePath+"/fork/cuda_vram_limit_mib",schemaPath:"#/properties/fork/properties/cuda_vram_limit_mib/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data80 < 0 || isNaN(data80)){
const err109 = {instancePath:instancePath+"/fork/cuda_vram_limit_mib",schemaPath:"#/properties/fork/properties/cuda_vram_limit_mib/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
}
else {
const err110 = {instancePath:instancePath+"/fork",schemaPath:"#/properties/fork/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data.branch !== undefined){
let data81 = data.branch;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
for(const key9 in data81){
if(!(((key9 === "enabled") || (key9 === "pool_size")) || (key9 === "cuda_vram_limit_mib"))){
const err111 = {instancePath:instancePath+"/branch",schemaPath:"#/properties/branch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data81.enabled !== undefined){
if(typeof data81.enabled !== "boolean"){
const err112 = {instancePath:instancePath+"/branch/enabled",schemaPath:"#/properties/branch/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data81.pool_size !== undefined){
let data83 = data81.pool_size;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err113 = {instancePath:instancePath+"/branch/pool_size",schemaPath:"#/properties/branch/properties/pool_size/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 4294967295 || isNaN(data83)){
const err114 = {instancePath:instancePath+"/branch/pool_size",schemaPath:"#/properties/branch/properties/pool_size/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data83 < 0 || isNaN(data83)){
const err115 = {instancePath:instancePath+"/branch/pool_size",schemaPath:"#/properties/branch/properties/pool_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
if(data81.cuda_vram_limit_mib !== undefined){
let data84 = data81.cuda_vram_limit_mib;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
const err116 = {instancePath:instancePath+"/branch/cuda_vram_limit_mib",schemaPath:"#/properties/branch/properties/cuda_vram_limit_mib/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 9223372036854776000 || isNaN(data84)){
const err117 = {instancePath:instancePath+"/branch/cuda_vram_limit_mib",schemaPath:"#/properties/branch/properties/cuda_vram_limit_mib/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data84 < 0 || isNaN(data84)){
const err118 = {instancePath:instancePath+"/branch/cuda_vram_limit_mib",schemaPath:"#/properties/branch/properties/cuda_vram_limit_mib/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
}
else {
const err119 = {instancePath:instancePath+"/branch",schemaPath:"#/properties/branch/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data.health !== undefined){
let data85 = data.health;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
for(const key10 in data85){
if(!(((((key10 === "exec") || (key10 === "interval")) || (key10 === "timeout")) || (key10 === "retries")) || (key10 === "startup_grace"))){
const err120 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data85.exec !== undefined){
let data86 = data85.exec;
if(Array.isArray(data86)){
const len21 = data86.length;
for(let i21=0; i21<len21; i21++){
if(typeof data86[i21] !== "string"){
const err121 = {instancePath:instancePath+"/health/exec/" + i21,schemaPath:"#/properties/health/properties/exec/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/health/exec",schemaPath:"#/properties/health/properties/exec/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data85.interval !== undefined){
if(typeof data85.interval !== "string"){
const err123 = {instancePath:instancePath+"/health/interval",schemaPath:"#/properties/health/properties/interval/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data85.timeout !== undefined){
if(typeof data85.timeout !== "string"){
const err124 = {instancePath:instancePath+"/health/timeout",schemaPath:"#/properties/health/properties/timeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data85.retries !== undefined){
let data90 = data85.retries;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
const err125 = {instancePath:instancePath+"/health/retries",schemaPath:"#/properties/health/properties/retries/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 4294967295 || isNaN(data90)){
const err126 = {instancePath:instancePath+"/health/retries",schemaPath:"#/properties/health/properties/retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(data90 < 0 || isNaN(data90)){
const err127 = {instancePath:instancePath+"/health/retries",schemaPath:"#/properties/health/properties/retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
if(data85.startup_grace !== undefined){
if(typeof data85.startup_grace !== "string"){
const err128 = {instancePath:instancePath+"/health/startup_grace",schemaPath:"#/properties/health/properties/startup_grace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/health",schemaPath:"#/properties/health/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data.restart !== undefined){
let data92 = data.restart;
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
for(const key11 in data92){
if(!(((key11 === "policy") || (key11 === "max_retries")) || (key11 === "max_backoff"))){
const err130 = {instancePath:instancePath+"/restart",schemaPath:"#/properties/restart/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data92.policy !== undefined){
if(typeof data92.policy !== "string"){
const err131 = {instancePath:instancePath+"/restart/policy",schemaPath:"#/properties/restart/properties/policy/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data92.max_retries !== undefined){
let data94 = data92.max_retries;
if(!(((typeof data94 == "number") && (!(data94 % 1) && !isNaN(data94))) && (isFinite(data94)))){
const err132 = {instancePath:instancePath+"/restart/max_retries",schemaPath:"#/properties/restart/properties/max_retries/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if((typeof data94 == "number") && (isFinite(data94))){
if(data94 > 4294967295 || isNaN(data94)){
const err133 = {instancePath:instancePath+"/restart/max_retries",schemaPath:"#/properties/restart/properties/max_retries/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data94 < 0 || isNaN(data94)){
const err134 = {instancePath:instancePath+"/restart/max_retries",schemaPath:"#/properties/restart/properties/max_retries/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
}
if(data92.max_backoff !== undefined){
if(typeof data92.max_backoff !== "string"){
const err135 = {instancePath:instancePath+"/restart/max_backoff",schemaPath:"#/properties/restart/properties/max_backoff/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/restart",schemaPath:"#/properties/restart/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data.auth !== undefined){
let data96 = data.auth;
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
for(const key12 in data96){
if(!(key12 === "ssh_agent")){
const err137 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data96.ssh_agent !== undefined){
if(typeof data96.ssh_agent !== "boolean"){
const err138 = {instancePath:instancePath+"/auth/ssh_agent",schemaPath:"#/properties/auth/properties/ssh_agent/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
}
else {
const err139 = {instancePath:instancePath+"/auth",schemaPath:"#/properties/auth/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data.service !== undefined){
let data98 = data.service;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
for(const key13 in data98){
if(!(((key13 === "port") || (key13 === "protocol")) || (key13 === "listen"))){
const err140 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data98.port !== undefined){
let data99 = data98.port;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
const err141 = {instancePath:instancePath+"/service/port",schemaPath:"#/properties/service/properties/port/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 > 65535 || isNaN(data99)){
const err142 = {instancePath:instancePath+"/service/port",schemaPath:"#/properties/service/properties/port/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data99 < 0 || isNaN(data99)){
const err143 = {instancePath:instancePath+"/service/port",schemaPath:"#/properties/service/properties/port/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
if(data98.protocol !== undefined){
if(typeof data98.protocol !== "string"){
const err144 = {instancePath:instancePath+"/service/protocol",schemaPath:"#/properties/service/properties/protocol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data98.listen !== undefined){
let data101 = data98.listen;
if(!(((typeof data101 == "number") && (!(data101 % 1) && !isNaN(data101))) && (isFinite(data101)))){
const err145 = {instancePath:instancePath+"/service/listen",schemaPath:"#/properties/service/properties/listen/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 > 65535 || isNaN(data101)){
const err146 = {instancePath:instancePath+"/service/listen",schemaPath:"#/properties/service/properties/listen/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data101 < 0 || isNaN(data101)){
const err147 = {instancePath:instancePath+"/service/listen",schemaPath:"#/properties/service/properties/listen/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
}
else {
const err148 = {instancePath:instancePath+"/service",schemaPath:"#/properties/service/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}
export const validate = validate10 as unknown as Validator;
export default validate;
